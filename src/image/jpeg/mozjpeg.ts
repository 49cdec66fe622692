/**
 * MozJPEG's decoder.
 *
 * @module
 */

import openMozJpeg from "@jsquash/jpeg/codec/dec/mozjpeg_dec.js";
import { compile, createCodec } from "../codec.ts";
import type { RgbaImage } from "../rgba.ts";

/**
 * Decodes a JPEG with one or three components, without turning it upright.
 *
 * @param file The whole file. There must be memory for the size that it claims:
 * eight bytes a pixel, up to fourteen if it is progressive.
 * @param use Called with the picture, whose data are freed when it returns.
 * @throws {SyntaxError} The file is damaged or truncated, with the reason.
 */
export type MozJpegDecoder = <Result>(
  file: Uint8Array,
  use: (image: RgbaImage) => Result,
) => Promise<Result>;

/** The part of the package's module in use. */
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
