/**
 * Limits of a request, and the shape of its inputs.
 *
 * @module
 */

/** Maximum digit images per request. */
export const MAX_INPUTS = 64;

/**
 * Maximum pixels of all pictures of a request, decoded: two pictures of the
 * largest size. Small files can claim large pictures.
 */
export const MAX_PICTURE_PIXELS = 2 * 4096 * 4096;

/** The inputs of a request. */
export interface Inputs<T> {
  /** Each in the form that it is read in, in order. */
  readonly inputs: readonly T[];
  /** Whether the request is of the kind that is answered with a list. */
  readonly isList: boolean;
}
