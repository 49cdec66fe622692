import { encode } from "fast-png";
import fc from "fast-check";
import assert from "node:assert/strict";
import { decodePng } from "../../../src/image/png/decode.ts";
import { data, end, header, png } from "./build.ts";

Deno.test("decodePng() reads every colour type and depth", () => {
  const cases: [string, Uint8Array, number[]][] = [
    ["grey 1", png(header(3, 1, 1, 0), data(0, 0b10100000), end), [
      255,
      0,
      255,
    ]],
    ["grey 2", png(header(2, 1, 2, 0), data(0, 0b01100000), end), [85, 170]],
    ["grey 4", png(header(3, 1, 4, 0), data(0, 0x0f, 0x80), end), [
      0,
      255,
      136,
    ]],
    ["grey 8", png(header(2, 1, 8, 0), data(0, 7, 250), end), [7, 250]],
    ["grey 16", png(header(2, 1, 16, 0), data(0, 7, 9, 250, 1), end), [7, 250]],
    ["colour 8", png(header(1, 1, 8, 2), data(0, 255, 0, 0), end), [76]],
    [
      "colour 16",
      png(header(1, 1, 16, 2), data(0, 0, 9, 255, 9, 0, 9), end),
      [149],
    ],
    [
      "palette 4",
      png(
        header(2, 1, 4, 3),
        ["PLTE", Uint8Array.of(0, 0, 0, 200, 200, 200)],
        data(0, 0x10),
        end,
      ),
      [200, 0],
    ],
    [
      "palette with transparency",
      png(
        header(2, 1, 8, 3),
        ["PLTE", Uint8Array.of(9, 9, 9, 20, 20, 20)],
        ["tRNS", Uint8Array.of(0)],
        data(0, 0, 1),
        end,
      ),
      [255, 20],
    ],
    [
      "grey with a transparent level",
      png(
        header(2, 1, 8, 0),
        ["tRNS", Uint8Array.of(0, 9)],
        data(0, 9, 20),
        end,
      ),
      [255, 20],
    ],
    [
      "colour with a transparent colour",
      png(
        header(2, 1, 8, 2),
        ["tRNS", Uint8Array.of(0, 1, 0, 2, 0, 3)],
        data(0, 1, 2, 3, 9, 9, 9),
        end,
      ),
      [255, 9],
    ],
    ["grey and alpha", png(header(2, 1, 8, 4), data(0, 0, 255, 0, 51), end), [
      0,
      204,
    ]],
    [
      "colour and alpha",
      png(header(2, 1, 8, 6), data(0, 8, 8, 8, 255, 0, 0, 0, 0), end),
      [8, 255],
    ],
    [
      "light ink on nothing",
      png(header(2, 1, 8, 4), data(0, 255, 255, 0, 0), end),
      [255, 0],
    ],
  ];
  for (const [name, file, pixels] of cases) {
    assert.deepEqual([...decodePng(file).pixels], pixels, name);
  }
});

Deno.test("decodePng() undoes every row filter", () => {
  const rows = [
    [0, 10, 20, 30],
    [1, 10, 10, 10],
    [2, 1, 1, 1],
    [3, 5, 5, 5],
    [4, 1, 2, 3],
  ];
  const file = png(header(3, 5, 8, 0), data(...rows.flat()), end);
  assert.deepEqual([...decodePng(file).pixels], [
    ...[10, 20, 30],
    ...[10, 20, 30],
    ...[11, 21, 31],
    ...[10, 20, 30],
    ...[11, 22, 33],
  ]);
  const first = (filter: number) => {
    const file = png(header(2, 1, 8, 0), data(filter, 4, 4), end);
    return [...decodePng(file).pixels];
  };
  assert.deepEqual([0, 1, 2, 3, 4].map(first), [
    [4, 4],
    [4, 8],
    [4, 4],
    [4, 6],
    [4, 8],
  ]);
});

Deno.test("decodePng() reads interlaced pictures of every size", () => {
  for (let width = 1; width <= 9; width++) {
    for (let height = 1; height <= 9; height++) {
      const pixels = Uint8Array.from(
        { length: width * height },
        (_, i) => (i * 41) % 256,
      );
      const image = { width, height, channels: 1 as const, data: pixels };
      const file = encode(image, { interlace: "Adam7" });
      assert.deepEqual(decodePng(new Uint8Array(file)).pixels, pixels);
    }
  }
});

Deno.test("decodePng() reads what another encoder writes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.uint8Array({ minLength: 20, maxLength: 400 }),
      (width, levels) => {
        const height = Math.floor(levels.length / width);
        const pixels = levels.slice(0, width * height);
        const file = encode({ width, height, channels: 1, data: pixels });
        assert.deepEqual(
          decodePng(new Uint8Array(file)).pixels,
          pixels,
        );
      },
    ),
    { seed: 1 },
  );
});

Deno.test("decodePng() refuses what is no whole picture", () => {
  const good = png(header(2, 1, 8, 0), data(0, 1, 2), end);
  const [type, stream] = data(0, 1, 2);
  const broken = stream.slice();
  broken[5] = broken[5]! ^ 0xff;
  const cases: [string, Uint8Array, ErrorConstructor, RegExp][] = [
    ["signature", good.slice(0, 8), SyntaxError, /ends after 8 bytes/],
    [
      "cut in a chunk",
      good.slice(0, 47),
      SyntaxError,
      /within its chunk "IDAT"/,
    ],
    ["no end", good.slice(0, -12), SyntaxError, /before its end chunk/],
    [
      "no header",
      png(data(0), end),
      SyntaxError,
      /does not begin with its header/,
    ],
    ["nothing at all", png(end), SyntaxError, /no image data/],
    ["no data", png(header(1, 1, 8, 0), end), SyntaxError, /no image data/],
    [
      "no palette",
      png(header(1, 1, 8, 3), data(0, 0), end),
      SyntaxError,
      /palette/,
    ],
    [
      "depth",
      png(header(1, 1, 4, 2), data(0), end),
      SyntaxError,
      /type 2 at 4 bits/,
    ],
    [
      "type",
      png(header(1, 1, 8, 5), data(0), end),
      SyntaxError,
      /colour type 5/,
    ],
    [
      "filter",
      png(header(1, 1, 8, 0), data(5, 0), end),
      SyntaxError,
      /row filter 5/,
    ],
    [
      "too few",
      png(header(2, 2, 8, 0), data(0, 1, 2), end),
      SyntaxError,
      /3 bytes, not 6/,
    ],
    [
      "too many",
      png(header(1, 1, 8, 0), data(...Array(999).fill(0)), end),
      SyntaxError,
      /damaged/,
    ],
    [
      "damaged",
      png(header(2, 1, 8, 0), [type, broken], end),
      SyntaxError,
      /damaged or truncated/,
    ],
    [
      "followed by other data",
      png(header(2, 1, 8, 0), [type, stream], [type, new Uint8Array(7)], end),
      SyntaxError,
      /go on for 7 bytes after their end/,
    ],
    ["nothing wide", png(header(0, 1, 8, 0), end), RangeError, /is 0 x 1/],
    [
      "too wide",
      png(header(20000, 20000, 8, 0), end),
      RangeError,
      /20000 x 20000/,
    ],
    ["too high", png(header(1, 4097, 8, 0), end), RangeError, /1 x 4097/],
  ];
  for (const [name, file, type, message] of cases) {
    assert.throws(() => decodePng(file), (error: Error) => {
      assert.ok(error instanceof type, `${name}: ${error}`);
      assert.match(error.message, message, name);
      return true;
    });
  }
});
