/**
 * `GET /sample`: generated digits with their labels, repeatable by seed.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { setMetric } from "hono/timing";
import { MAX_SAMPLES, MAX_SEED } from "../contract/samples.ts";
import { chooseType } from "../http/accept.ts";
import {
  decimal,
  integer,
  oneOf,
  queryOf,
  quote,
  readQuery,
  type ValueReader,
} from "../http/query.ts";
import { fieldProblem } from "../http/problem.ts";
import { matches } from "../http/static_files.ts";
import type { LoadGenerator } from "../models.ts";
import { CLASSES } from "../network/numbers.ts";
import { cacheHeaders } from "./sample_cache.ts";
import { encodeSamples, FORMATS, type SampleFormat } from "./sample_format.ts";

/** Default digits per row of a sheet. */
const COLUMNS = 10;

/** The name of a generator. */
const MODEL: ValueReader<string> = {
  json: { type: "string", pattern: "^generator-[0-9a-f]{8}$" },
  read(text) {
    if (/^generator-[\da-f]{8}$/.test(text)) return text;
    throw new RangeError(
      `is ${quote(text)}, expected generator- and 8 hexadecimal digits`,
    );
  },
};

/** The query, by name. */
export const SAMPLE_QUERY = {
  digit: integer(0, CLASSES - 1),
  count: integer(1, MAX_SAMPLES),
  seed: integer(0, MAX_SEED),
  spread: decimal(0, 1),
  style: integer(0, MAX_SEED),
  format: oneOf("json", "png", "svg", "raw"),
  scale: integer(1, 16),
  columns: integer(1, 100),
  model: MODEL,
};

/**
 * Creates a handler that generates digits.
 *
 * @param load Loads the generator.
 * @param randomSeed Draws a seed for requests without one.
 */
export function sample(
  load: LoadGenerator,
  randomSeed: () => number = drawSeed,
): Handler {
  return async (c) => {
    const query = readQuery(queryOf(c), SAMPLE_QUERY);
    const format = query.format ?? acceptedFormat(c);
    const choice = {
      digit: query.digit ?? null,
      count: query.count ?? 1,
      seed: query.seed ?? randomSeed(),
      spread: query.spread ?? 1,
      style: query.style ?? null,
      scale: query.scale ?? 1,
      columns: query.columns ?? COLUMNS,
    };
    const generator = await load();
    const model = generator.info.name;
    if (query.model !== undefined && query.model !== model) {
      throw fieldProblem(
        409,
        "/query/model",
        `is ${query.model}; ${model} is served`,
      );
    }
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
    const { digit, count, seed, spread, style, scale, columns } = choice;
    const { randomDigits } = await import("../generator.ts");
    const digits = digit === null
      ? randomDigits(seed, count)
      : new Array<number>(count).fill(digit);
    const start = performance.now();
    const pixels = generator.generate({
      digits,
      seed,
      spread,
      ...(style === null ? {} : { style }),
    });
    setMetric(c, "generate", performance.now() - start, "", 3);
    const samples = { model, seed, digits, pixels };
    return c.body(
      await encodeSamples(samples, format, { scale, columns }),
      200,
      {
        ...headers,
        "X-Digits": digits.join(","),
        "Content-Type": FORMATS[format],
      },
    );
  };
}

/** The format that `Accept` likes best. */
function acceptedFormat(c: Context): SampleFormat {
  const chosen = chooseType(c, Object.values(FORMATS));
  const formats = Object.keys(FORMATS) as SampleFormat[];
  return formats.find((format) => FORMATS[format] === chosen)!;
}

/** The canonical URL of a request, however it was made. */
function canonicalPath(
  choice: Readonly<Record<string, number | null>>,
  format: SampleFormat,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choice)) {
    if (value !== null) query.set(name, String(value));
  }
  query.set("format", format);
  return `/sample?${query}`;
}

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}
