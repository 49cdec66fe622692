import fc from "fast-check";
import assert from "node:assert/strict";
import { createWebpDecoder } from "../../../src/image/webp/decode.ts";
import { readWebpHeader } from "../../../src/image/webp/header.ts";
import { exif } from "../png/build.ts";
import { encodeWebp } from "./encode.ts";

/** Six greys, 3 by 2, opaque but for the first one. */
function greys(alpha = 255) {
  const levels = [10, 20, 30, 40, 50, 60];
  const data = Uint8ClampedArray.from(
    levels.flatMap((level, i) => [level, level, level, i === 0 ? alpha : 255]),
  );
  return { width: 3, height: 2, data };
}

const lossless = { lossless: 1, exact: 1 };

/** An extended file: a header of its own, then chunks. */
function extended(...chunks: [string, Uint8Array][]): Uint8Array {
  const canvas = [0, 0, 0, 0, 2, 0, 0, 1, 0, 0];
  const body = [["VP8X", Uint8Array.from(canvas)] as const, ...chunks].flatMap(
    ([type, content]) => [
      ...new TextEncoder().encode(type),
      ...new Uint8Array(Uint32Array.of(content.length).buffer),
      ...content,
      ...(content.length % 2 === 0 ? [] : [0]),
    ],
  );
  return Uint8Array.from([
    ...new TextEncoder().encode("RIFF"),
    ...new Uint8Array(Uint32Array.of(body.length + 4).buffer),
    ...new TextEncoder().encode("WEBP"),
    ...body,
  ]);
}

/** The only chunk of a plain file. */
function chunkOf(file: Uint8Array): [string, Uint8Array] {
  const type = new TextDecoder().decode(file.subarray(12, 16));
  const length = new DataView(file.buffer).getUint32(16, true);
  return [type, file.slice(20, 20 + length)];
}

Deno.test("createWebpDecoder() reads lossless and lossy files", async () => {
  const decode = createWebpDecoder();
  const exact = await decode(await encodeWebp(greys(), lossless));
  assert.deepEqual([...exact.pixels], [10, 20, 30, 40, 50, 60]);
  const side = 64;
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let i = 0; i < side * side; i++) {
    data.fill(i % side < 32 ? 40 : 220, 4 * i, 4 * i + 3);
  }
  const file = await encodeWebp({ width: side, height: side, data });
  const { width, height, pixels } = await decode(file);
  assert.deepEqual([width, height], [side, side]);
  for (const [at, level] of [[10, 40], [50, 220], [side * 40 + 5, 40]]) {
    assert.ok(Math.abs(pixels[at!]! - level!) < 12, `${pixels[at!]}`);
  }
});

Deno.test("createWebpDecoder() lays transparent pixels on white", async () => {
  const file = await encodeWebp(greys(0), lossless);
  const { pixels } = await createWebpDecoder()(file);
  assert.deepEqual([...pixels], [255, 20, 30, 40, 50, 60]);
});

Deno.test("createWebpDecoder() turns a picture upright as its EXIF says", async () => {
  const picture = chunkOf(await encodeWebp(greys(), lossless));
  const prefixed = Uint8Array.from([
    ...new TextEncoder().encode("Exif\0\0"),
    ...exif(6),
  ]);
  for (const metadata of [exif(6), prefixed]) {
    const file = extended(picture, ["EXIF", metadata]);
    const { width, height, pixels } = await createWebpDecoder()(file);
    assert.deepEqual([width, height], [2, 3]);
    assert.deepEqual([...pixels], [40, 10, 50, 20, 60, 30]);
  }
});

Deno.test("readWebpHeader() reads the size without decoding", async () => {
  const data = new Uint8ClampedArray(4 * 33 * 70).fill(99);
  for (const options of [{}, lossless]) {
    const file = await encodeWebp({ width: 33, height: 70, data }, options);
    const { width, height } = readWebpHeader(file);
    assert.deepEqual([width, height], [33, 70]);
  }
});

Deno.test("createWebpDecoder() refuses what is no whole still picture", async () => {
  const decode = createWebpDecoder();
  const good = await encodeWebp(greys(), lossless);
  const picture = chunkOf(good);
  const wide = good.slice();
  // The size's 14 bits begin after a byte of signature.
  wide.set([0xff, 0x3f], 21);
  const cases: [string, Uint8Array, ErrorConstructor, RegExp][] = [
    ["cut", good.subarray(0, -2), SyntaxError, /ends after/],
    ["head only", good.subarray(0, 12), SyntaxError, /ends after 12 bytes/],
    [
      "animated",
      extended(["ANIM", new Uint8Array(6)], picture),
      SyntaxError,
      /animated/,
    ],
    ["empty", extended(), SyntaxError, /damaged/],
    ["wide", wide, RangeError, /16384 x/],
  ];
  for (const [name, file, type, message] of cases) {
    await assert.rejects(decode(file), (error: Error) => {
      assert.ok(error instanceof type, `${name}: ${error}`);
      assert.match(error.message, message, name);
      return true;
    });
  }
  assert.equal((await decode(good)).width, 3);
});

Deno.test("createWebpDecoder() reads or refuses damaged files", async () => {
  const decode = createWebpDecoder();
  const side = 24;
  const data = Uint8ClampedArray.from(
    { length: 4 * side * side },
    (_, i) => i % 4 === 3 ? 255 : (i * i) % 251,
  );
  const files = [
    await encodeWebp({ width: side, height: side, data }),
    await encodeWebp({ width: side, height: side, data }, lossless),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 4 }),
      async (good, changes) => {
        const file = good.slice();
        for (const [at, value] of changes) {
          file[12 + at % (file.length - 12)] = value;
        }
        try {
          const { width, height, pixels } = await decode(file);
          assert.equal(pixels.length, width * height);
        } catch (error) {
          assert.ok(
            error instanceof SyntaxError || error instanceof RangeError,
            String(error),
          );
        }
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});
