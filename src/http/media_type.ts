/**
 * Media types of bodies and answers.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1 | RFC 9110,
 *   Accept}
 * @module
 */

/**
 * The bare media type of a `Content-Type` header.
 *
 * @returns In lower case and without parameters; empty if there is none.
 *
 * @example
 * ```ts
 * import { mediaType } from "./media_type.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(mediaType("Application/JSON; charset=utf-8"), "application/json");
 * assert.equal(mediaType(null), "");
 * ```
 */
export function mediaType(header: string | null): string {
  return (header ?? "").split(";", 1)[0]!.trim().toLowerCase();
}

/** One range of an `Accept` header. */
interface AcceptRange {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

/**
 * Chooses the media type that an `Accept` header prefers.
 *
 * @param accept The header, or null, which accepts everything.
 * @param offers Media types that can be produced, the preferred first.
 * @returns The accepted offer of the highest quality, the first of several;
 *   null if none is accepted.
 *
 * @example
 * ```ts
 * import { negotiate } from "./media_type.ts";
 * import assert from "node:assert/strict";
 *
 * const offers = ["application/json", "image/png"];
 * assert.equal(negotiate("image/*, application/json;q=0.5", offers), "image/png");
 * assert.equal(negotiate("text/html", offers), null);
 * ```
 */
export function negotiate<const T extends string>(
  accept: string | null,
  offers: readonly T[],
): T | null {
  if (accept === null || accept.trim() === "") return offers[0] ?? null;
  const ranges = accept.split(",").map(readRange).filter((range) =>
    range !== null
  );
  let best: T | null = null;
  let bestQuality = 0;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > bestQuality) [best, bestQuality] = [offer, quality];
  }
  return best;
}

/** Parses one range; returns null for an invalid one. */
function readRange(text: string): AcceptRange | null {
  const [range, ...parameters] = text.split(";").map((part) => part.trim());
  const match = /^([\w!#$&^.+*-]+)\/([\w!#$&^.+*-]+)$/.exec(range ?? "");
  if (match === null) return null;
  const weight = parameters.find((part) => /^q=/i.test(part))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  if (!(quality >= 0 && quality <= 1)) return null;
  return {
    type: match[1]!.toLowerCase(),
    subtype: match[2]!.toLowerCase(),
    quality,
  };
}

/** The quality of the most specific range that matches an offer, else 0. */
function qualityOf(offer: string, ranges: readonly AcceptRange[]): number {
  const [type, subtype] = offer.split("/");
  let quality = 0;
  let specific = -1;
  for (const range of ranges) {
    const takes = range.type === "*"
      ? range.subtype === "*"
      : range.type === type &&
        (range.subtype === "*" || range.subtype === subtype);
    if (!takes) continue;
    const rank = range.type === "*" ? 0 : range.subtype === "*" ? 1 : 2;
    if (rank > specific) [specific, quality] = [rank, range.quality];
  }
  return quality;
}
