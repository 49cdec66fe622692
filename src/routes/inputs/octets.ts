/**
 * Raw bytes as inputs: n digit images of 784 bytes.
 *
 * @module
 */

import { Problem } from "../../http/problem.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";
import type { InputForm } from "./form.ts";
import { type Inputs, MAX_INPUTS } from "./limits.ts";

/** First bytes of picture files. */
const SIGNATURES = {
  "image/png": [0x89, 0x50, 0x4e, 0x47],
  "image/jpeg": [0xff, 0xd8, 0xff],
};

/**
 * Reads digit images that are already in MNIST's layout.
 *
 * @param body `n * 784` bytes, n from 1 to 64.
 * @param form Converts each one.
 * @param normalize Whether to send them through the image path anyway.
 * @throws {Problem} 415 for a picture file, 422 for any other length.
 */
export async function readOctets<T>(
  body: Uint8Array,
  form: InputForm<T>,
  normalize: boolean,
): Promise<Inputs<T>> {
  checkOctets(body);
  const size = { width: IMAGE_SIZE, height: IMAGE_SIZE };
  const inputs: T[] = [];
  for (let at = 0; at < body.length; at += IMAGE_PIXELS) {
    const pixels = body.subarray(at, at + IMAGE_PIXELS);
    inputs.push(
      normalize
        ? await form.picture({ ...size, pixels }, "")
        : await form.digitImage(pixels),
    );
  }
  return { inputs, isList: inputs.length > 1 };
}

function checkOctets(body: Uint8Array): void {
  for (const [type, signature] of Object.entries(SIGNATURES)) {
    if (signature.some((byte, i) => body[i] !== byte)) continue;
    throw new Problem(
      415,
      `The body begins like a picture file; send it as ${type}`,
    );
  }
  const count = body.length / IMAGE_PIXELS;
  if (!Number.isInteger(count) || count < 1) {
    throw new Problem(
      422,
      `The body has ${body.length} bytes; ` +
        `a multiple of ${IMAGE_PIXELS} is expected, one byte per pixel`,
    );
  }
  if (count > MAX_INPUTS) {
    throw new Problem(
      422,
      `The body holds ${count} digit images; at most ${MAX_INPUTS} are accepted`,
    );
  }
}
