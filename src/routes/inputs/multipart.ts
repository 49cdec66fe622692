/**
 * Uploaded forms as inputs: one or more files named `image`.
 *
 * @module
 */

import { fieldProblem, Problem } from "../../http/problem.ts";
import type { PictureDecoder } from "../../image/decode.ts";
import type { InputForm } from "./form.ts";
import { type Inputs, MAX_INPUTS } from "./limits.ts";
import { createPictureReader } from "./picture.ts";

/**
 * Reads the pictures of a form. Fields with other names are ignored, because a
 * page's form may have some.
 *
 * @param body The form's bytes.
 * @param contentType The `Content-Type` header with its boundary.
 * @param decode Decodes the pictures.
 * @param form Converts each one.
 * @throws {Problem} 400 for a form that does not parse, 422 for one without
 *   pictures or with more than 64, 415 and 422 for pictures as in {@linkcode
 *   PictureReader}.
 */
export async function readMultipart<T>(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  decode: PictureDecoder,
  form: InputForm<T>,
): Promise<Inputs<T>> {
  let fields: FormData;
  try {
    // Some runtimes accept a truncated form, or even text that is not a form.
    if (!isWhole(body, contentType)) throw new SyntaxError("it has no end");
    const headers = { "Content-Type": contentType };
    fields = await new Response(body, { headers }).formData();
  } catch (cause) {
    throw new Problem(400, "The multipart form does not parse", { cause });
  }
  const files = fields.getAll("image");
  if (files.length === 0 || files.length > MAX_INPUTS) {
    throw new Problem(
      422,
      `The form has ${files.length} files named image; ` +
        `1 to ${MAX_INPUTS} are expected`,
    );
  }
  const readPicture = createPictureReader(decode, form);
  const inputs: T[] = [];
  for (const [index, file] of files.entries()) {
    const pointer = `/image/${index}`;
    if (typeof file === "string") {
      throw fieldProblem(422, pointer, "is text; a file is expected");
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    inputs.push(await readPicture(bytes, pointer));
  }
  return { inputs, isList: files.length > 1 };
}

/** Whether a form has its closing delimiter. */
function isWhole(body: Uint8Array, contentType: string): boolean {
  const [, quoted, plain] =
    /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const end = `--${quoted ?? plain}--`;
  return new TextDecoder("latin1").decode(body).includes(end);
}
