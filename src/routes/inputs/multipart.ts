/**
 * Uploaded forms as inputs: one or more files named `image`.
 *
 * @module
 */

import { fieldProblem, Problem } from "../../http/problem.ts";
import type { PictureDecoder } from "../../image/decode.ts";
import { IMAGE_PIXELS } from "../../network/numbers.ts";
import { type Inputs, MAX_INPUTS } from "./limits.ts";
import { createPictureReader } from "./picture.ts";

/**
 * Reads the pictures of a form. Fields of other names are left alone, as a
 * form on a page may well have some.
 *
 * @param body The form's bytes.
 * @param contentType The `Content-Type` header with its boundary.
 * @param decode Decodes the pictures.
 * @throws {Problem} 400 for a form that does not parse, 422 for one without
 * pictures or with more than 64, 415 and 422 as pictures alone are refused.
 */
export async function readMultipart(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  decode: PictureDecoder,
): Promise<Inputs> {
  let form: FormData;
  try {
    const headers = { "Content-Type": contentType };
    form = await new Response(body, { headers }).formData();
  } catch (cause) {
    throw new Problem(400, "The multipart form does not parse", { cause });
  }
  const files = form.getAll("image");
  if (files.length === 0 || files.length > MAX_INPUTS) {
    throw new Problem(
      422,
      `The form has ${files.length} files named image; ` +
        `1 to ${MAX_INPUTS} are expected`,
    );
  }
  const readPicture = createPictureReader(decode);
  const pixels = new Uint8Array(files.length * IMAGE_PIXELS);
  for (const [index, file] of files.entries()) {
    const pointer = `/image/${index}`;
    if (typeof file === "string") {
      throw fieldProblem(422, pointer, "is text; a file is expected");
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    pixels.set(await readPicture(bytes, pointer), index * IMAGE_PIXELS);
  }
  return { pixels, isList: files.length > 1 };
}
