/**
 * MozJPEG's decoder, compiled to WebAssembly by jSquash: its memory, and what
 * it says of files.
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
 * Decodes a JPEG, as it is stored and not turned.
 *
 * @param file The whole file. It must not claim a size for which there is no
 * memory: eight bytes a pixel, and up to fourteen if it is progressive.
 * @param use What is to be made of the picture, which is gone when it returns.
 * @throws {SyntaxError} The file is damaged or cut short, with the reason.
 */
export type JpegDecoder = <T>(
  file: Uint8Array,
  use: (image: ColourImage) => T,
) => Promise<T>;

/** What is used of the package's module. */
interface MozJpeg {
  decode(file: Uint8Array, upright: boolean): ColourImage | null;
}

/** What the decoder says of a file that is cut short, and then decodes. */
const CUT_SHORT = /premature end/i;

/**
 * Makes a decoder. It keeps its memory, which is as large as its largest
 * picture needed, until a file stops it: then it is left to the garbage
 * collector, and a new one made.
 */
export function createJpegDecoder(): JpegDecoder {
  const module = new WebAssembly.Module(Buffer.from(MOZJPEG_BYTES, "base64"));
  let remarks: string[] = [];
  let kept: MozJpeg | null = null;
  return async (file, use) => {
    if (kept === null) {
      const opened = await instantiate(module, (remark) => {
        remarks.push(remark);
      });
      kept ??= opened;
    }
    // From here on nothing is waited for: no other file can stop it meanwhile.
    remarks = [];
    let image;
    try {
      image = kept.decode(file, false);
    } catch (cause) {
      kept = null;
      throw refusal(remarks, cause);
    }
    if (image === null) throw refusal(remarks);
    try {
      if (remarks.some((remark) => CUT_SHORT.test(remark))) {
        throw refusal(remarks);
      }
      return use(image);
    } finally {
      // Up to 64 MB, which would otherwise wait for the garbage collector.
      image.data.buffer.transfer(0);
    }
  };
}

function refusal(remarks: readonly string[], cause?: unknown): SyntaxError {
  return new SyntaxError(
    ["The JPEG is damaged or cut short", ...remarks].join(": "),
    { cause },
  );
}

async function instantiate(
  module: WebAssembly.Module,
  remark: (text: string) => void,
): Promise<MozJpeg> {
  return await openMozJpeg({
    noInitialRun: true,
    printErr: remark,
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
