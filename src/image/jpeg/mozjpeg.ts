/**
 * MozJPEG's decoder.
 *
 * @module
 */

import openMozJpeg from "@jsquash/jpeg/codec/dec/mozjpeg_dec.js";
import { compile, createCodec } from "../codec.ts";
import type { RgbaImage } from "../rgba.ts";

/**
 * Decodes a JPEG of one or three components, as it is stored and not turned.
 *
 * @param file The whole file. It must not claim a size for which there is no
 * memory: eight bytes a pixel, and up to fourteen if it is progressive.
 * @param use Called with the picture, whose data are freed when it returns.
 * @throws {SyntaxError} The file is damaged or truncated, with the reason.
 */
export type MozJpegDecoder = <Result>(
  file: Uint8Array,
  use: (image: RgbaImage) => Result,
) => Promise<Result>;

/** The part of the package's module that is used. */
interface MozJpeg {
  decode(file: Uint8Array, upright: boolean): RgbaImage | null;
}

/**
 * Creates a decoder; see {@linkcode createCodec} on its memory.
 *
 * @param module The package's module. By default it is compiled now.
 */
export function createMozJpeg(
  module: WebAssembly.Module = compile(
    new URL("./mozjpeg.wasm", import.meta.url),
  ),
): MozJpegDecoder {
  const codec = createCodec<MozJpeg>({
    format: "JPEG",
    open: openMozJpeg,
    module,
  });
  return (file, use) => codec((mozjpeg) => mozjpeg.decode(file, false), use);
}
