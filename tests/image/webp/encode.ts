/**
 * Encodes WebP, for tests.
 *
 * @module
 */

import openEncoder from "@jsquash/webp/codec/enc/webp_enc.js";
import { defaultOptions } from "@jsquash/webp/meta.js";
import type { RgbaImage } from "../../../src/image/rgba.ts";

/**
 * Encodes a picture as WebP.
 *
 * @param image A picture with opacity.
 * @param options What differs from the encoder's defaults: `lossless: 1`.
 */
export async function encodeWebp(
  { width, height, data }: RgbaImage,
  options: Partial<typeof defaultOptions> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const file = import.meta.resolve("@jsquash/webp/codec/enc/webp_enc.wasm");
  const module = await WebAssembly.compile(await Deno.readFile(new URL(file)));
  const encoder = await openEncoder({
    noInitialRun: true,
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
  const settings = { ...defaultOptions, ...options };
  const encoded = encoder.encode(data, width, height, settings);
  if (encoded === null) throw new Error("libwebp encoded nothing");
  return Uint8Array.from(encoded);
}
