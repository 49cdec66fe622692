/**
 * How long an answer to `GET /sample` may be kept.
 *
 * @module
 */

/** What of a request decides it. */
export interface SampleAddress {
  /** Path and query, written out in full but for the model. */
  readonly path: string;
  /** The model that answers. */
  readonly model: string;
  /** Whether the request names its seed. */
  readonly hasSeed: boolean;
  /** Whether the request names the model. */
  readonly hasModel: boolean;
  /** Whether `Accept` chose the format. */
  readonly isNegotiated: boolean;
}

/**
 * Part of every entity tag, to be raised when the same query would be answered
 * by other bytes though the model is the same.
 */
const EDITION = 1;

/**
 * The headers that say how long an answer may be kept: one to a URL that names
 * seed and model for good, one without the model until that is another, one
 * without the seed not at all. `Content-Location` is a URL that names both.
 */
export function cacheHeaders(
  { path, model, hasSeed, hasModel, isNegotiated }: SampleAddress,
): Record<string, string> {
  const vary = isNegotiated ? { "Vary": "Accept" } : {};
  const location = { "Content-Location": `${path}&model=${model}` };
  if (!hasSeed) return { ...vary, ...location, "Cache-Control": "no-store" };
  const tag = { "ETag": `"${model}/${EDITION}${path}"` };
  return hasModel
    ? {
      ...vary,
      ...tag,
      "Cache-Control": "public, max-age=31536000, immutable",
    }
    : { ...vary, ...tag, ...location, "Cache-Control": "no-cache" };
}
