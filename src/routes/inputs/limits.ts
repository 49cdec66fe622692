/**
 * How much one request may ask for, and the shape that its inputs take.
 *
 * @module
 */

/** The most digit images that one request may hold. */
export const MAX_INPUTS = 64;

/**
 * The most pixels that the pictures of one request may hold, decoded: two
 * pictures of the largest size. Small files can claim large pictures.
 */
export const MAX_PICTURE_PIXELS = 2 * 4096 * 4096;

/** The inputs of a request. */
export interface Inputs<T> {
  /** Each in the form that it is read in, in order. */
  readonly inputs: readonly T[];
  /** Whether the request is of the kind that is answered with a list. */
  readonly isList: boolean;
}
