/**
 * `{"image": "<base64 or data URL>"}` as an input.
 *
 * @module
 */

import { fieldProblem } from "../../http/problem.ts";
import { describe } from "./json_shape.ts";

/** The start of a data URL; its media type is not looked at, the bytes are. */
const DATA_URL = /^data:[^,]{0,200},/i;

/**
 * Decodes the text of an image field.
 *
 * @param value The field's value.
 * @param pointer JSON pointer to it.
 * @returns The picture file's bytes.
 * @throws {Problem} 422 for what is no text, no base64, or a data URL of
 * another coding.
 */
export function bytesOfImage(value: unknown, pointer: string): Uint8Array {
  if (typeof value !== "string") {
    throw fieldProblem(
      422,
      pointer,
      `is ${describe(value)}; base64 or a data URL is expected`,
    );
  }
  const head = DATA_URL.exec(value)?.[0];
  if (head !== undefined && !/;base64,$/i.test(head)) {
    throw fieldProblem(
      422,
      pointer,
      "is a data URL without base64; one with it is expected",
    );
  }
  let decoded: string;
  try {
    decoded = atob(value.slice(head?.length ?? 0));
  } catch {
    throw fieldProblem(422, pointer, "is not base64");
  }
  const bytes = new Uint8Array(decoded.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = decoded.charCodeAt(i);
  return bytes;
}
