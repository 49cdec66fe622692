/**
 * `GET /sample`: generated digits with their labels, repeatable by seed.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { setMetric } from "hono/timing";
import { chooseType } from "../http/accept.ts";
import { decimal, integer, oneOf, queryOf, readQuery } from "../http/query.ts";
import { matches } from "../http/static_files.ts";
import type { LoadGenerator } from "../models.ts";
import { CLASSES } from "../network/numbers.ts";
import { encodeSamples, FORMATS, type SampleFormat } from "./sample_format.ts";

/** Digits in a row of a sheet, unless `columns` asks for others. */
const COLUMNS = 10;

const QUERY = {
  digit: integer(0, CLASSES - 1),
  count: integer(1, 100),
  seed: integer(0, 2 ** 32 - 1),
  spread: decimal(0, 1),
  format: oneOf("json", "png", "svg", "raw"),
  scale: integer(1, 16),
  columns: integer(1, 100),
};

/**
 * Part of every entity tag, to be raised when the same query would be answered
 * by other bytes though the model is the same.
 */
const EDITION = 1;

/**
 * A handler that generates digits.
 *
 * @param load Loads what writes the digits.
 * @param randomSeed Draws a seed for requests that have none.
 */
export function sample(
  load: LoadGenerator,
  randomSeed: () => number = drawSeed,
): Handler {
  return async (c) => {
    const query = readQuery(queryOf(c), QUERY);
    const format = query.format ?? acceptedFormat(c);
    const choice = {
      digit: query.digit ?? null,
      count: query.count ?? 1,
      seed: query.seed ?? randomSeed(),
      spread: query.spread ?? 1,
      scale: query.scale ?? 1,
      columns: query.columns ?? COLUMNS,
    };
    const path = canonicalPath(choice, format);
    const generator = await load();
    const { name } = generator.info;
    const tag = `"${name}/${EDITION}${path}"`;
    const headers: Record<string, string> = {
      ...(query.format === undefined ? { "Vary": "Accept" } : {}),
      ...(query.seed === undefined
        ? { "Cache-Control": "no-store", "Content-Location": path }
        : {
          "Cache-Control": "public, max-age=31536000, immutable",
          "ETag": tag,
        }),
    };
    if (
      query.seed !== undefined && matches(c.req.header("If-None-Match"), tag)
    ) return c.body(null, 304, headers);
    const { digit, count, seed, spread, scale, columns } = choice;
    const { randomDigits } = await import("../generator.ts");
    const digits = digit === null
      ? randomDigits(seed, count)
      : new Array<number>(count).fill(digit);
    const start = performance.now();
    const pixels = generator.generate({ digits, seed, spread });
    setMetric(c, "generate", performance.now() - start, "", 3);
    const samples = { model: name, seed, digits, pixels };
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

/** The request written out in full, the same however it was made. */
function canonicalPath(
  { digit, ...others }: { readonly digit: number | null },
  format: SampleFormat,
): string {
  const query = new URLSearchParams();
  if (digit !== null) query.set("digit", String(digit));
  for (const [name, value] of Object.entries(others)) {
    query.set(name, String(value));
  }
  query.set("format", format);
  return `/sample?${query}`;
}

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}
