/**
 * Pictures as fast-check generates them: PNGs of every kind, as PngSuite has
 * them, and files that are damaged where a decoder looks.
 *
 * @module
 */

import fc from "fast-check";
import { deflateSync } from "node:zlib";
import { type Chunk, end, exif, header, png } from "../image/png/build.ts";
import { JPEG, PNG, WEBP } from "../contract/requests.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Colour types, and the depths and samples of each. */
const KINDS = [
  { colour: 0, depths: [1, 2, 4, 8, 16], samples: 1 },
  { colour: 2, depths: [8, 16], samples: 3 },
  { colour: 3, depths: [1, 2, 4, 8], samples: 1 },
  { colour: 4, depths: [8, 16], samples: 2 },
  { colour: 6, depths: [8, 16], samples: 4 },
] as const;

/** First pixel and step of Adam7's passes. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Rows of bytes, each with a filter, for a picture of one size. */
function rows(
  [width, height, bits, interlaced]: readonly [
    number,
    number,
    number,
    boolean,
  ],
  noise: Uint8Array,
): Uint8Array {
  const bytes: number[] = [];
  const passes = interlaced ? ADAM7 : [[0, 0, 1, 1]] as const;
  for (const [x, y, dx, dy] of passes) {
    const columns = Math.ceil((width - x) / dx);
    const lines = Math.ceil((height - y) / dy);
    if (columns <= 0 || lines <= 0) continue;
    const length = Math.ceil(columns * bits / 8);
    for (let line = 0; line < lines; line++) {
      bytes.push(noise[line % noise.length]! % 5);
      for (let i = 0; i < length; i++) {
        bytes.push(noise[(i + line * 7) % noise.length]!);
      }
    }
  }
  return Uint8Array.from(bytes);
}

const noise = fc.uint8Array({ minLength: 1, maxLength: 64 });

/** Chunks that a decoder may meet between header and data. */
const ancillary: fc.Arbitrary<Chunk> = fc.oneof(
  fc.tuple(
    fc.constantFrom("gAMA", "tEXt", "iCCP", "pHYs", "sBIT", "acTL", "fcTL"),
    fc.uint8Array({ maxLength: 30 }),
  ),
  fc.tuple(fc.constant("tRNS"), fc.uint8Array({ maxLength: 8 })),
  fc.tuple(fc.constant("PLTE"), fc.uint8Array({ maxLength: 30 })),
  fc.nat(10).map((turn): Chunk => ["eXIf", exif(turn)]),
  fc.tuple(fc.constant("eXIf"), fc.uint8Array({ maxLength: 40 })),
);

/** Whole PNGs: every colour, depth, filter and order of rows. */
export const wholePngs: fc.Arbitrary<Chunk[]> = fc.record({
  kind: fc.constantFrom(...KINDS),
  depth: fc.nat(4),
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
  interlaced: fc.boolean(),
  noise,
  transparency: fc.boolean(),
  parts: fc.integer({ min: 1, max: 4 }),
}).map((
  { kind, depth: at, width, height, interlaced, noise, transparency, parts },
) => {
  const depth = kind.depths[at % kind.depths.length]!;
  const bits = depth * kind.samples;
  const stream = deflateSync(rows([width, height, bits, interlaced], noise));
  const length = Math.ceil(stream.length / parts);
  const palette = Uint8Array.from({ length: 3 * 2 ** Math.min(depth, 8) }, (
    _,
    i,
  ) => noise[i % noise.length]!);
  const opacity = new Uint8Array(
    kind.colour === 3 ? 2 ** depth : kind.colour === 2 ? 6 : 2,
  );
  const chunks: Chunk[] = [
    header(width, height, depth, kind.colour, Number(interlaced)),
  ];
  if (kind.colour === 3) chunks.push(["PLTE", palette]);
  if (transparency && kind.colour < 4) chunks.push(["tRNS", opacity]);
  for (let from = 0; from < stream.length; from += length) {
    chunks.push(["IDAT", new Uint8Array(stream.subarray(from, from + length))]);
  }
  return [...chunks, end];
});

/** PNGs whose checksums are right, but whose chunks are not. */
export const oddPngs: fc.Arbitrary<Bytes> = fc.tuple(
  wholePngs,
  fc.array(
    fc.record({
      what: fc.constantFrom("drop", "repeat", "insert", "change", "swap"),
      at: fc.nat(20),
      byte: fc.nat(40),
      value: fc.nat(255),
      chunk: ancillary,
    }),
    { maxLength: 3 },
  ),
).map(([whole, changes]) => {
  const chunks = [...whole];
  for (const { what, at, byte, value, chunk } of changes) {
    const i = at % Math.max(1, chunks.length);
    const [type, content] = chunks[i] ?? end;
    if (what === "drop") chunks.splice(i, 1);
    if (what === "repeat") chunks.splice(i, 0, [type, content]);
    if (what === "insert") chunks.splice(i, 0, chunk);
    if (what === "swap") chunks.reverse();
    if (what === "change" && content.length > 0) {
      const copy = Uint8Array.from(content);
      copy[byte % copy.length] = value;
      chunks[i] = [type, copy];
    }
  }
  return png(...chunks);
});

/** Files of every format: cut, with bytes changed, with bytes added. */
export const damagedFiles: fc.Arbitrary<Bytes> = fc.tuple(
  fc.oneof(
    fc.constantFrom(PNG, JPEG, WEBP),
    wholePngs.map((chunks) => png(...chunks)),
  ),
  fc.array(fc.tuple(fc.nat(1000), fc.nat(255)), { maxLength: 6 }),
  fc.option(fc.nat(1000)),
  fc.uint8Array({ maxLength: 20 }),
).map(([file, changes, cut, more]) => {
  const end = cut === null ? file.length : Math.min(cut, file.length);
  const damaged = new Uint8Array([...file.subarray(0, end), ...more]);
  for (const [at, value] of changes) {
    if (damaged.length > 0) damaged[at % damaged.length] = value;
  }
  return damaged;
});
