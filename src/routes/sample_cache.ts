/**
 * How long an answer to `GET /sample` may be cached.
 *
 * @module
 */

/** The parts of a request that decide it. */
export interface SampleAddress {
  /** Path and query in canonical form, without the model. */
  readonly path: string;
  /** The model in use. */
  readonly model: string;
  /** Whether the request names its seed. */
  readonly hasSeed: boolean;
  /** Whether the request names the model. */
  readonly hasModel: boolean;
  /** Whether `Accept` chose the format. */
  readonly isNegotiated: boolean;
}

/**
 * Part of every entity tag. Raise it when the same query and model would return
 * other bytes.
 */
const EDITION = 1;

/**
 * The caching headers of an answer: a URL with seed and model is immutable; one
 * without the model stays valid until the model changes; one without a seed is
 * not cacheable. `Content-Location` is a URL with both.
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
