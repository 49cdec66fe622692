/**
 * Bare bytes as inputs: n digit images of 784 bytes.
 *
 * @module
 */

import { Problem } from "../../http/problem.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";
import { type Inputs, MAX_INPUTS } from "./limits.ts";

/**
 * Takes digit images that are in MNIST's layout already.
 *
 * @param body `n * 784` bytes, n from 1 to 64.
 * @throws {Problem} 422 for any other length.
 */
export function takeOctets(body: Uint8Array): Inputs {
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
 * Sends digit images through the image path all the same.
 *
 * @param body As {@linkcode takeOctets} takes it.
 * @throws {Problem} 422 for any other length.
 */
export async function normalizeOctets(body: Uint8Array): Promise<Inputs> {
  const { isList } = takeOctets(body);
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
