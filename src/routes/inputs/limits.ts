/**
 * Limits of a request, and the shape of its inputs.
 *
 * @module
 */

/** Maximum digit images per request. */
export const MAX_INPUTS = 64;

/**
 * Maximum decoded pixels of all pictures of a request: two pictures of the
 * largest size. Without it, many small files could decode to large pictures.
 */
export const MAX_PICTURE_PIXELS = 2 * 4096 * 4096;

/** The inputs of a request. */
export interface Inputs<T> {
  /** The converted inputs, in order. */
  readonly inputs: readonly T[];
  /** Whether the answer is a list. */
  readonly isList: boolean;
}
