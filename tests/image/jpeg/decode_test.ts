import fc from "fast-check";
import jpeg from "jpeg-js";
import assert from "node:assert/strict";
import { decodeBase64 } from "../../../src/base64.ts";
import { MAX_CMYK_PIXELS } from "../../../src/image/jpeg/cmyk.ts";
import {
  createJpegDecoder,
  MAX_SCANS,
} from "../../../src/image/jpeg/decode.ts";
import { checkScans, readJpegHeader } from "../../../src/image/jpeg/header.ts";
import { turnUpright } from "../../../src/image/orientation.ts";
import { fourColours, type Samples } from "./four_colours.ts";
import { manyScans } from "./many_scans.ts";

const decodeJpeg = createJpegDecoder();

/** A grey ramp from left to right, darker half below, 16x8. */
function ramp(): Uint8Array {
  const data = new Uint8Array(16 * 8 * 4).fill(255);
  for (let i = 0; i < 16 * 8; i++) {
    const value = (i % 16) * 8 + (i < 64 ? 100 : 0);
    data.fill(value, 4 * i, 4 * i + 3);
  }
  return new Uint8Array(jpeg.encode({ width: 16, height: 8, data }, 95).data);
}

/** The file with an EXIF segment that tells an orientation. */
function oriented(file: Uint8Array, orientation: number, little: boolean) {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  tiff.set(new TextEncoder().encode(little ? "II" : "MM"));
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 1, little);
  view.setUint16(10, 0x0112, little);
  view.setUint16(12, 3, little);
  view.setUint32(14, 1, little);
  view.setUint16(18, orientation, little);
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([
    ...file.subarray(0, 2),
    ...[0xff, 0xe1, 0, exif.length + 2],
    ...exif,
    ...file.subarray(2),
  ]);
}

Deno.test("createJpegDecoder() reads grey values", async () => {
  const { width, height, pixels } = await decodeJpeg(ramp());
  assert.deepEqual([width, height], [16, 8]);
  for (
    const [at, value] of [[0, 100], [15, 220], [112, 0], [127, 120]] as const
  ) {
    assert.ok(Math.abs(pixels[at]! - value) < 12, `${at}: ${pixels[at]}`);
  }
});

Deno.test("createJpegDecoder() turns the picture upright", async () => {
  const plain = await decodeJpeg(ramp());
  for (const little of [true, false]) {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const file = oriented(ramp(), orientation, little);
      assert.equal(readJpegHeader(file).orientation, orientation);
      assert.deepEqual(await decodeJpeg(file), turnUpright(plain, orientation));
    }
  }
  assert.equal(readJpegHeader(oriented(ramp(), 9, true)).orientation, 1);
});

Deno.test("createJpegDecoder() refuses what is no whole picture", async () => {
  const good = ramp();
  const frame = good.findIndex((byte, i) =>
    byte === 0xff && good[i + 1] === 0xc0
  );
  const changed = (at: number, ...bytes: number[]) => {
    const file = good.slice();
    file.set(bytes, at);
    return file;
  };
  const cases: [string, Uint8Array, ErrorConstructor, RegExp][] = [
    ["start", good.slice(0, 3), SyntaxError, /no frame/],
    ["header", good.slice(0, frame), SyntaxError, /no frame/],
    [
      "half",
      good.slice(0, good.length >> 1),
      SyntaxError,
      /truncated|no frame/,
    ],
    ["end", good.slice(0, -40), SyntaxError, /truncated/],
    ["lossless", changed(frame + 1, 0xc3), SyntaxError, /kind 0xc3/],
    ["too high", changed(frame + 5, 0x4e, 0x20), RangeError, /16 x 20000/],
    ["two components", changed(frame + 9, 2), SyntaxError, /has 2 components/],
    ["four, but three", changed(frame + 9, 4), SyntaxError, /damaged/],
    ["no width", changed(frame + 7, 0, 0), RangeError, /0 x 8/],
  ];
  for (const [name, file, type, message] of cases) {
    await assert.rejects(decodeJpeg(file), (error: Error) => {
      assert.ok(error instanceof type, `${name}: ${error}`);
      assert.match(error.message, message, name);
      return true;
    });
  }
});

Deno.test("createJpegDecoder() refuses files that go over the picture again and again", async () => {
  const { width, pixels } = await decodeJpeg(manyScans(1024, MAX_SCANS));
  assert.equal(width, 1024);
  assert.ok(pixels.every((pixel) => pixel === pixels[0]));
  await assert.rejects(
    decodeJpeg(manyScans(4096, 60_000)),
    { name: "RangeError", message: /has 60000 scans; at most 64/ },
  );
  checkScans(Uint8Array.of(0xff, 0xd8, 0xff), 0);
});

/** Stored samples of black, white and red squares, by the kind of file. */
const SQUARES: Record<string, [0 | 2 | null, Samples[]]> = {
  // Adobe's files store inks inverted: 255 is none.
  CMYK: [0, [[255, 255, 255, 0], [255, 255, 255, 255], [255, 0, 0, 255]]],
  // YCbCr of the complements of what CMYK stores: of the inks themselves.
  YCCK: [2, [[0, 128, 128, 0], [0, 128, 128, 255], [179, 171, 1, 255]]],
  "no marker": [
    null,
    [[255, 255, 255, 0], [255, 255, 255, 255], [255, 0, 0, 255]],
  ],
};

Deno.test("createJpegDecoder() reads four components", async () => {
  for (const [name, [transform, squares]] of Object.entries(SQUARES)) {
    const file = fourColours(3, 2, (column) => squares[column]!, transform);
    const { width, height, pixels } = await decodeJpeg(file);
    assert.deepEqual([width, height], [24, 16]);
    const greys = [0, 1, 2].map((square) => pixels[8 * square + 4]!);
    // Luminance of black, white and red.
    [0, 255, 76].forEach((expected, i) =>
      assert.ok(Math.abs(greys[i]! - expected) <= 2, `${name}: ${greys}`)
    );
    await assert.rejects(decodeJpeg(file.subarray(0, -3)), SyntaxError);
  }
});

/** White beside black in CMYK, progressive as libjpeg writes it: 18 scans. */
const PROGRESSIVE_CMYK = decodeBase64(
  "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5" +
    "Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/8IAFAgACAAQBEMRAE0RAFkRAEsR" +
    "AP/EABYAAQEBAAAAAAAAAAAAAAAAAAYAB//aAA4EQwBNAFkASwAAAAFAgQIKs/8A/8QAFBAB" +
    "AAAAAAAAAAAAAAAAAAAAEP/aAAgBQwABBQI//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgB" +
    "TQABBQI//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBWQABBQI//8QAFBABAAAAAAAAAAAA" +
    "AAAAAAAAEP/aAAgBSwABBQI//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBQwAGPwI//8QA" +
    "FBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBTQAGPwI//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/a" +
    "AAgBWQAGPwI//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBSwAGPwI//8QAFBABAAAAAAAA" +
    "AAAAAAAAAAAAEP/aAAgBQwABPyE//8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBTQABPyE/" +
    "/8QAFBABAAAAAAAAAAAAAAAAAAAAEP/aAAgBWQABPyE//8QAFBABAAAAAAAAAAAAAAAAAAAA" +
    "EP/aAAgBSwABPyE//9oADgRDAE0AWQBLAAAAEAD/xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oA" +
    "CAFDAAE/ED//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAFNAAE/ED//xAAUEAEAAAAAAAAA" +
    "AAAAAAAAAAAQ/9oACAFZAAE/ED//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAFLAAE/ED//" +
    "2Q==",
);

Deno.test("createJpegDecoder() reads progressive files of four components", async () => {
  const { width, pixels } = await decodeJpeg(PROGRESSIVE_CMYK);
  assert.equal(width, 16);
  assert.ok(pixels[4]! > 250 && pixels[12]! < 5, `${pixels.slice(0, 16)}`);
});

Deno.test("createJpegDecoder() refuses four components of too many pixels or scans", async () => {
  const file = fourColours(1, 1, () => [0, 0, 0, 0], 0);
  const frame = file.findIndex((byte, i) =>
    byte === 0xff && file[i + 1] === 0xc0
  );
  const large = file.slice();
  large.set([8, 0, 8, 0], frame + 5);
  await assert.rejects(decodeJpeg(large), {
    name: "RangeError",
    message: "The JPEG has 4 components and 2048 x 2048 pixels; " +
      `up to ${MAX_CMYK_PIXELS} pixels of 4 components are decoded`,
  });
  const scans = Array(20).fill([0xff, 0xda, 0, 2]).flat();
  const long = Uint8Array.from([...file.subarray(0, -2), ...scans]);
  await assert.rejects(decodeJpeg(long), {
    name: "RangeError",
    message: "The JPEG has 21 scans; at most 20 are decoded",
  });
});

Deno.test("createJpegDecoder() reads or refuses damaged files", async () => {
  const good = ramp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), {
        maxLength: 4,
      }),
      fc.integer({ min: 3, max: good.length }),
      async (changes, end) => {
        const file = good.slice(0, end);
        for (const [at, value] of changes) {
          if (at < end && at > 2) file[at] = value;
        }
        try {
          const { width, height, pixels } = await decodeJpeg(file);
          assert.equal(pixels.length, width * height);
        } catch (error) {
          assert.ok(
            error instanceof SyntaxError || error instanceof RangeError,
          );
        }
      },
    ),
    { numRuns: 500, seed: 1 },
  );
});
