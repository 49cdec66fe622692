/**
 * Decodes WebP to grey, lossy and lossless, upright by its EXIF orientation.
 *
 * @module
 */

import openWebp from "@jsquash/webp/codec/dec/webp_dec.js";
import { compile, createCodec } from "../codec.ts";
import { checkSize, type GreyImage } from "../grey.ts";
import { turnUpright } from "../orientation.ts";
import { greyOfRgba, type RgbaImage } from "../rgba.ts";
import { readWebpHeader } from "./header.ts";

/** A decoder of files, one after another. */
export type WebpDecoder = (bytes: Uint8Array) => Promise<GreyImage>;

/** The part of the package's module in use. */
interface Webp {
  decode(file: Uint8Array): RgbaImage | null;
}

/**
 * Creates a decoder of WebP files; see {@linkcode createCodec} on its memory.
 *
 * @param module libwebp's. By default it is compiled now.
 * @returns A function that decodes a file that begins with WebP's signature. It
 * rejects with a `SyntaxError` if the file is truncated, damaged or animated,
 * and with a `RangeError` if its header claims an unsupported size.
 */
export function createWebpDecoder(
  module: WebAssembly.Module = compile(
    new URL("./libwebp.wasm", import.meta.url),
  ),
): WebpDecoder {
  const codec = createCodec<Webp>({
    format: "WebP",
    open: openWebp,
    module,
  });
  return async (bytes) => {
    const { width, height, orientation } = readWebpHeader(bytes);
    checkSize(width, height);
    const image = await codec(
      (webp) => webp.decode(bytes),
      (image) => {
        // An extended header and the picture inside may differ.
        checkSize(image.width, image.height);
        return greyOfRgba(image);
      },
    );
    return turnUpright(image, orientation);
  };
}
