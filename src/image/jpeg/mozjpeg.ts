/**
 * The boundary to MozJPEG's decoder, compiled to WebAssembly by jSquash: its
 * memory and its messages.
 *
 * The module is embedded, since reading the package's file would take a
 * permission more: Deno imports no module whose imports it cannot resolve, and
 * `import source`, which would do, is newer than Deno Deploy's runtime.
 *
 * @module
 */

import openMozJpeg from "@jsquash/jpeg/codec/dec/mozjpeg_dec.js";
import { Buffer } from "node:buffer";
import { MOZJPEG_BYTES } from "./mozjpeg_bytes.ts";

/** A picture in colour. */
export interface ColourImage {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Red, green, blue and 255 of each pixel. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Decodes a JPEG of one or three components, as it is stored and not turned.
 *
 * @param file The whole file. It must not claim a size for which there is no
 * memory: eight bytes a pixel, and up to fourteen if it is progressive.
 * @param use Called with the picture, whose data are freed when it returns.
 * @throws {SyntaxError} The file is damaged or truncated, with the reason.
 */
export type MozJpegDecoder = <T>(
  file: Uint8Array,
  use: (image: ColourImage) => T,
) => Promise<T>;

/** The part of the package's module that is used. */
interface MozJpeg {
  decode(file: Uint8Array, upright: boolean): ColourImage | null;
}

/** The decoder's warning about a truncated file, which it decodes. */
const TRUNCATED = /premature end/i;

/**
 * Creates a decoder. It keeps its memory, as much as its largest picture
 * needed, until a file aborts it: the next one gets a new instance.
 */
export function createMozJpeg(): MozJpegDecoder {
  const module = new WebAssembly.Module(Buffer.from(MOZJPEG_BYTES, "base64"));
  let warnings: string[] = [];
  let kept: MozJpeg | null = null;
  return async (file, use) => {
    if (kept === null) {
      const opened = await instantiate(module, (warning) => {
        warnings.push(warning);
      });
      kept ??= opened;
    }
    // No await from here on: no other file can abort the instance meanwhile.
    warnings = [];
    let image;
    try {
      image = kept.decode(file, false);
    } catch (cause) {
      kept = null;
      throw refusal(warnings, cause);
    }
    if (image === null) throw refusal(warnings);
    try {
      if (warnings.some((warning) => TRUNCATED.test(warning))) {
        throw refusal(warnings);
      }
      return use(image);
    } finally {
      // Up to 64 MB, which would otherwise wait for the garbage collector.
      image.data.buffer.transfer(0);
    }
  };
}

function refusal(warnings: readonly string[], cause?: unknown): SyntaxError {
  return new SyntaxError(
    ["The JPEG is damaged or truncated", ...warnings].join(": "),
    { cause },
  );
}

async function instantiate(
  module: WebAssembly.Module,
  warning: (text: string) => void,
): Promise<MozJpeg> {
  return await openMozJpeg({
    noInitialRun: true,
    printErr: warning,
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  }) as unknown as MozJpeg;
}
