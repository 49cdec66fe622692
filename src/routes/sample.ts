/**
 * `GET /sample`: generated digits with their labels, repeatable by seed.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { setMetric } from "hono/timing";
import { type Generator, randomDigits } from "../generator.ts";
import { type Label, requireLatents } from "../generator_input.ts";
import { chooseType } from "../http/accept.ts";
import {
  type AnswerElsewhere,
  SHORT_PICTURE,
  SHORT_SAMPLE,
} from "../http/elsewhere.ts";
import { fieldProblem } from "../http/problem.ts";
import { queryOf, readQuery } from "../http/query.ts";
import { matches } from "../http/static_files.ts";
import type { LoadGenerator } from "../models.ts";
import { IMAGE_PIXELS } from "../network/numbers.ts";
import { cacheHeaders } from "./sample_cache.ts";
import {
  encodeNumber,
  encodeSamples,
  FORMATS,
  type SampleFormat,
} from "./sample_format.ts";
import {
  canonicalPath,
  chooseSamples,
  SAMPLE_QUERY,
  type SampleChoice,
} from "./sample_query.ts";

/** Formats of a written number, the preferred first. */
const TEXT_FORMATS: readonly SampleFormat[] = ["png", "svg"];

/** Options of {@linkcode sample}. */
export interface SampleOptions {
  /** Draws a seed for requests without one. */
  readonly randomSeed?: () => number;
  /** Answers long requests; without it they are answered like others. */
  readonly elsewhere?: AnswerElsewhere | undefined;
}

/**
 * Creates a handler that generates digits.
 *
 * @param load Loads the generator.
 * @param options Options.
 */
export function sample(
  load: LoadGenerator,
  { randomSeed = drawSeed, elsewhere }: SampleOptions = {},
): Handler {
  return async (c) => {
    const query = readQuery(queryOf(c), SAMPLE_QUERY);
    const choice = chooseSamples(query, randomSeed);
    const format = query.format ?? acceptedFormat(c, choice.text !== null);
    if (elsewhere && isLong(choice, format)) return await elsewhere(c, null);
    const generator = await load();
    const model = generator.info.name;
    if (query.model !== undefined && query.model !== model) {
      throw fieldProblem(
        409,
        "/query/model",
        `is ${query.model}; ${model} is served`,
      );
    }
    if (choice.latent !== null) checkLatent(choice.latent, generator);
    const headers = cacheHeaders({
      path: canonicalPath(choice, format),
      model,
      hasSeed: query.seed !== undefined,
      hasModel: query.model !== undefined,
      isNegotiated: query.format === undefined,
    });
    const { ETag: tag } = headers;
    if (tag && matches(c.req.header("If-None-Match"), tag)) {
      return c.body(null, 304, headers);
    }
    const digits = chooseDigits(choice);
    const start = performance.now();
    const latents = chooseLatents(generator, digits, choice);
    const pixels = generator.draw(labelsOf(digits, choice), latents);
    setMetric(c, "generate", performance.now() - start, "", 3);
    const { text, seed, scale, columns } = choice;
    const samples = {
      model,
      seed,
      digits,
      pixels,
      ...(choice.latents ? { latents } : {}),
    };
    const body = text === null
      ? await encodeSamples(samples, format, { scale, columns })
      : await encodeNumber(
        { pixels, text, seed },
        format === "svg" ? "svg" : "png",
        scale,
      );
    return c.body(body, 200, {
      ...headers,
      "X-Digits": digits.join(","),
      "Content-Type": FORMATS[format],
      // Set for HEAD: Deno would state 0 for an answer without a body.
      "Content-Length": String(body.length),
    });
  };
}

/** Whether the answer takes long to make: many digits, or a large picture. */
function isLong(
  { text, count, scale }: SampleChoice,
  format: SampleFormat,
): boolean {
  const digits = text?.length ?? count;
  const isLarge = format === "png" &&
    digits * scale ** 2 * IMAGE_PIXELS > SHORT_PICTURE;
  return digits > SHORT_SAMPLE || isLarge;
}

/** The format that `Accept` prefers. */
function acceptedFormat(c: Context, isText: boolean): SampleFormat {
  const formats = isText
    ? TEXT_FORMATS
    : Object.keys(FORMATS) as SampleFormat[];
  const chosen = chooseType(c, formats.map((format) => FORMATS[format]));
  return formats.find((format) => FORMATS[format] === chosen)!;
}

function chooseDigits(
  { text, digit, to, share, count, seed }: SampleChoice,
): number[] {
  if (text !== null) return [...text.replaceAll(" ", "")].map(Number);
  if (digit !== null) {
    // Between two digits, the label is the nearer one.
    const nearer = to !== null && share > 0.5 ? to : digit;
    return new Array<number>(count).fill(nearer);
  }
  return randomDigits(seed, count);
}

/** What to draw: digits, or a point between two digits. */
function labelsOf(
  digits: readonly number[],
  { digit, to, share }: SampleChoice,
): readonly Label[] {
  if (digit === null || to === null) return digits;
  return digits.map(() => ({ from: digit, to, share }));
}

/** A latent for each digit, one after another. */
function chooseLatents(
  generator: Generator,
  digits: readonly number[],
  { latent, text, seed, spread, style }: SampleChoice,
): Uint8Array {
  if (latent === null) {
    // A number is written in one hand: the seed's, unless a style is named.
    const hand = style ?? (text === null ? undefined : seed);
    return generator.latents({
      digits,
      seed,
      spread,
      ...(hand === undefined ? {} : { style: hand }),
    });
  }
  const { latentSize } = generator;
  const latents = new Uint8Array(digits.length * latentSize);
  digits.forEach((_, i) => latents.set(latent, i * latentSize));
  return latents;
}

/** Refuses a latent that this generator cannot use. */
function checkLatent(latent: Uint8Array, generator: Generator): void {
  try {
    requireLatents(latent, generator.latentSize, 1);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fieldProblem(400, "/query/latent", error.message);
  }
}

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}
