/**
 * `{"image": "<base64 or data URL>"}` as an input.
 *
 * @module
 */

import { decodeBase64 } from "../../base64.ts";
import { JsonTypeError } from "../../json/error.ts";
import { object } from "../../json/object.ts";
import { type Schema, string } from "../../json/schema.ts";

/** A picture as a client sends it. */
export interface ImageJson {
  /** Base64, or a data URL with it. */
  readonly image: string;
}

/** The JSON of such an input. */
export const IMAGE: Schema<ImageJson> = object({
  image: string("base64 or a data URL"),
});

/**
 * The start of a data URL. Its media type is ignored: the bytes determine the
 * format.
 */
const DATA_URL = /^\s*data:[^,]{0,200},/i;

/**
 * Decodes the text of an image.
 *
 * @param text Base64 or a data URL. Both alphabets are accepted; padding and
 * white space are optional.
 * @param pointer JSON pointer to it.
 * @returns The picture file's bytes.
 * @throws {JsonTypeError} if it is neither base64 nor a base64 data URL.
 */
export function bytesOfImage(
  text: string,
  pointer: string,
): Uint8Array<ArrayBuffer> {
  const head = DATA_URL.exec(text)?.[0];
  if (head !== undefined && !/;\s*base64\s*,$/i.test(head)) {
    throw new JsonTypeError(pointer, "is a data URL without base64");
  }
  try {
    return decodeBase64(text.slice(head?.length ?? 0));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new JsonTypeError(pointer, error.message);
  }
}
