/**
 * PNG files made of chunks, for tests.
 *
 * @module
 */

import { crc32, deflateSync } from "node:zlib";

/** A chunk's type and content. */
export type Chunk = readonly [type: string, content: Uint8Array];

/** A PNG file of chunks, each with its checksum. */
export function png(...chunks: Chunk[]): Uint8Array<ArrayBuffer> {
  const parts = chunks.map(([type, content]) => {
    const chunk = new Uint8Array(content.length + 12);
    const view = new DataView(chunk.buffer);
    view.setUint32(0, content.length);
    chunk.set(new TextEncoder().encode(type), 4);
    chunk.set(content, 8);
    view.setUint32(8 + content.length, crc32(chunk.subarray(4, -4)));
    return [...chunk];
  });
  return Uint8Array.from(
    [[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], ...parts].flat(),
  );
}

/** The header chunk. */
export function header(
  width: number,
  height: number,
  depth: number,
  colorType: number,
  interlace = 0,
): Chunk {
  const content = new Uint8Array(13);
  const view = new DataView(content.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  content.set([depth, colorType, 0, 0, interlace], 8);
  return ["IHDR", content];
}

/** The end chunk. */
export const end: Chunk = ["IEND", new Uint8Array(0)];

/** Image data that decompress to these bytes. */
export function data(...bytes: number[]): Chunk {
  return ["IDAT", new Uint8Array(deflateSync(Uint8Array.from(bytes)))];
}

/** EXIF metadata that hold nothing but an orientation. */
export function exif(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8], // MM, the directory at 8,
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], // one entry,
    ...[0, 0, 0, 0], // no directory after it.
  );
}
