/**
 * Bare bytes as inputs: n digit images of 784 bytes.
 *
 * @module
 */

import { Problem } from "../../http/problem.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";
import { type Inputs, MAX_INPUTS } from "./limits.ts";

/** How picture files begin. */
const SIGNATURES = {
  "image/png": [0x89, 0x50, 0x4e, 0x47],
  "image/jpeg": [0xff, 0xd8, 0xff],
};

/**
 * Accepts digit images that are in MNIST's layout already.
 *
 * @param body `n * 784` bytes, n from 1 to 64.
 * @throws {Problem} 415 for a picture file, 422 for any other length.
 */
export function readOctets(body: Uint8Array): Inputs {
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
        `a multiple of ${IMAGE_PIXELS} is expected, one byte a pixel`,
    );
  }
  if (count > MAX_INPUTS) {
    throw new Problem(
      422,
      `The body holds ${count} digit images; at most ${MAX_INPUTS} are read`,
    );
  }
  return { pixels: body, isList: count > 1 };
}

/**
 * Sends digit images through the image path.
 *
 * @param body As for {@linkcode readOctets}.
 * @throws {Problem} As {@linkcode readOctets} does.
 */
export async function normalizeOctets(body: Uint8Array): Promise<Inputs> {
  const { isList } = readOctets(body);
  const { normalize } = await import("../../image/normalize/normalize.ts");
  const pixels = new Uint8Array(body.length);
  for (let at = 0; at < body.length; at += IMAGE_PIXELS) {
    const image = {
      width: IMAGE_SIZE,
      height: IMAGE_SIZE,
      pixels: body.subarray(at, at + IMAGE_PIXELS),
    };
    pixels.set(normalize(image).pixels, at);
  }
  return { pixels, isList };
}
