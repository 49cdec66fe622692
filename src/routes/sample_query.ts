/**
 * The query of `GET /sample`.
 *
 * @module
 */

import { decodeBase64, encodeBase64 } from "../base64.ts";
import { MAX_SAMPLES, MAX_SEED, MAX_TEXT } from "../contract/samples.ts";
import { Problem } from "../http/problem.ts";
import {
  boolean,
  decimal,
  integer,
  oneOf,
  type QueryValues,
  quote,
  type ValueReader,
} from "../http/query.ts";
import { CLASSES } from "../network/numbers.ts";

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

/** A number to write: digits, with single spaces between them. */
const TEXT: ValueReader<string> = {
  json: {
    type: "string",
    pattern: `^[0-9]( ?[0-9]){0,${MAX_TEXT - 1}}$`,
  },
  read(text) {
    const digits = text.replaceAll(" ", "").length;
    if (/^\d+( \d+)*$/.test(text) && digits <= MAX_TEXT) return text;
    throw new RangeError(
      `is ${quote(text)}, expected 1 to ${MAX_TEXT} digits, which may have ` +
        `single spaces between them`,
    );
  },
};

/** The bytes of a latent; how many there must be depends on the model. */
const LATENT: ValueReader<Uint8Array<ArrayBuffer>> = {
  json: { type: "string", contentEncoding: "base64" },
  read(text) {
    try {
      // A plus sign that was not escaped arrives as a space.
      return decodeBase64(text.replaceAll(" ", "+"));
    } catch {
      throw new RangeError(
        `is ${quote(text)}, expected base64 as \`latents=true\` answers it`,
      );
    }
  },
};

/** The query, by name. */
export const SAMPLE_QUERY = {
  digit: integer(0, CLASSES - 1),
  to: integer(0, CLASSES - 1),
  share: decimal(0, 1),
  count: integer(1, MAX_SAMPLES),
  text: TEXT,
  seed: integer(0, MAX_SEED),
  spread: decimal(0, 1),
  style: integer(0, MAX_SEED),
  latent: LATENT,
  latents: boolean,
  format: oneOf("json", "png", "svg", "raw"),
  scale: integer(1, 16),
  columns: integer(1, 100),
  model: MODEL,
};

/** A query with its values. */
export type SampleQuery = QueryValues<typeof SAMPLE_QUERY>;

/** Parameters that cannot be combined with `text`. */
const NOT_WITH_TEXT = [
  "digit",
  "to",
  "share",
  "count",
  "latents",
  "columns",
] as const;

/** The default of `share`: halfway from `digit` to `to`. */
const HALFWAY = 0.5;

/**
 * What a request asks for, with defaults filled in; null where there is none.
 */
export interface SampleChoice {
  /** The digit of all images. */
  readonly digit: number | null;
  /** The digit that all images turn into. */
  readonly to: number | null;
  /** How far they go from `digit` (0) to `to` (1). */
  readonly share: number;
  /** How many images. */
  readonly count: number;
  /** A number to write instead of single digits. */
  readonly text: string | null;
  /** The seed. */
  readonly seed: number;
  /** How far from the mean latents are drawn. */
  readonly spread: number;
  /** One hand for all images. */
  readonly style: number | null;
  /** The latent of all images, instead of random ones. */
  readonly latent: Uint8Array<ArrayBuffer> | null;
  /** Whether the answer includes the latents. */
  readonly latents: boolean;
  /** Pixels along a digit's pixel. */
  readonly scale: number;
  /** Digits in a row of a sheet. */
  readonly columns: number;
}

/**
 * Fills in the defaults.
 *
 * @param query The query.
 * @param randomSeed Draws a seed if there is none.
 * @throws {Problem} 400 if parameters cannot be combined.
 */
export function chooseSamples(
  query: SampleQuery,
  randomSeed: () => number,
): SampleChoice {
  if (query.text !== undefined) refuseBesideText(query);
  requireWith(query, "to", "digit");
  requireWith(query, "share", "to");
  return {
    digit: query.digit ?? null,
    to: query.to ?? null,
    share: query.share ?? HALFWAY,
    count: query.count ?? 1,
    text: query.text ?? null,
    seed: query.seed ?? randomSeed(),
    spread: query.spread ?? 1,
    style: query.style ?? null,
    latent: query.latent ?? null,
    latents: query.latents ?? false,
    scale: query.scale ?? 1,
    columns: query.columns ?? COLUMNS,
  };
}

/**
 * The canonical URL of a request, without the model.
 *
 * @param choice What it asks for.
 * @param format The format of the answer.
 */
export function canonicalPath(choice: SampleChoice, format: string): string {
  const { digit, count, text, seed, spread, style, latent } = choice;
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | null) => {
    if (value !== null) query.set(name, String(value));
  };
  set("text", text);
  if (text === null) {
    set("digit", digit);
    set("to", choice.to);
    if (choice.to !== null) set("share", choice.share);
    set("count", count);
  }
  set("seed", seed);
  if (latent === null) {
    set("spread", spread);
    set("style", style);
  } else {
    set("latent", encodeBase64(latent));
  }
  if (choice.latents) set("latents", "true");
  set("scale", choice.scale);
  if (text === null) set("columns", choice.columns);
  set("format", format);
  return `/sample?${query}`;
}

/** Refuses a parameter that means nothing without another. */
function requireWith(
  query: SampleQuery,
  name: "to" | "share",
  other: "digit" | "to",
): void {
  if (query[name] === undefined || query[other] !== undefined) return;
  const pointer = `/query/${name}`;
  const detail = `needs ${other}`;
  const errors = [{ pointer, detail }];
  throw new Problem(400, `${pointer} ${detail}`, { errors });
}

function refuseBesideText(query: SampleQuery): void {
  const errors = NOT_WITH_TEXT
    .filter((name) => query[name] !== undefined)
    .map((name) => ({
      pointer: `/query/${name}`,
      detail: "does not go with text",
    }));
  if (query.format === "json" || query.format === "raw") {
    errors.push({
      pointer: "/query/format",
      detail: `is ${quote(query.format)}, expected png or svg for text`,
    });
  }
  if (errors.length === 0) return;
  const { pointer, detail } = errors[0]!;
  throw new Problem(400, `${pointer} ${detail}`, { errors });
}
