/**
 * Pictures as inputs. Refusals name the picture's place in the request.
 *
 * @module
 */

import { type PictureDecoder, pictureFormat } from "../../image/decode.ts";
import { type GreyImage, MAX_SIDE } from "../../image/grey.ts";
import { fieldProblem, Problem } from "../../http/problem.ts";
import type { InputForm } from "./form.ts";
import { MAX_PICTURE_PIXELS } from "./limits.ts";

/**
 * Decodes a picture and converts it.
 *
 * @param bytes A picture file.
 * @param pointer JSON pointer to it; empty for a body that is the picture.
 * @throws {Problem} 415 for an unknown format, 422 for a picture that is empty,
 * damaged or too large, or if the request's pictures together are too large.
 */
export type PictureReader<T> = (
  bytes: Uint8Array,
  pointer: string,
) => Promise<T>;

/**
 * Creates a reader for the pictures of one request.
 *
 * @param decode Decodes them.
 * @param form Converts each one.
 */
export function createPictureReader<T>(
  decode: PictureDecoder,
  form: InputForm<T>,
): PictureReader<T> {
  let total = 0;
  return async (bytes, pointer) => {
    const picture = await decodeOrRefuse(decode, bytes, pointer);
    total += picture.width * picture.height;
    if (total > MAX_PICTURE_PIXELS) {
      throw refusal(
        422,
        pointer,
        `The pictures up to here have ${total} pixels; ` +
          `at most ${MAX_PICTURE_PIXELS} are accepted in a request`,
      );
    }
    return await form.picture(picture, pointer);
  };
}

async function decodeOrRefuse(
  decode: PictureDecoder,
  bytes: Uint8Array,
  pointer: string,
): Promise<GreyImage> {
  if (bytes.length === 0) throw refusal(422, pointer, "The picture is empty");
  if (pictureFormat(bytes) === null) {
    throw refusal(
      415,
      pointer,
      "The picture has no known format; PNG, JPEG and WebP are supported, " +
        `up to ${MAX_SIDE} pixels a side`,
    );
  }
  try {
    return await decode(bytes);
  } catch (error) {
    // Decoders throw these two for bad files; anything else is a bug.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      throw refusal(422, pointer, error.message, error);
    }
    throw error;
  }
}

function refusal(
  status: 415 | 422,
  pointer: string,
  detail: string,
  cause?: unknown,
): Problem {
  return pointer === ""
    ? new Problem(status, detail, { cause })
    : fieldProblem(status, pointer, detail);
}
