import assert from "node:assert/strict";
import { decodePng } from "../../../src/image/png/decode.ts";
import { type Chunk, data, end, header, png } from "./build.ts";

Deno.test("decodePng() compares transparent colours at all bits of a sample", () => {
  const cases: [string, Chunk, number[], Chunk, number[]][] = [
    [
      "grey 16",
      header(3, 1, 16, 0),
      [7, 9],
      data(0, 7, 9, 7, 8, 6, 9),
      [255, 7, 6],
    ],
    [
      "colour 16",
      header(2, 1, 16, 2),
      [1, 0, 2, 0, 3, 1],
      data(0, ...[1, 0, 2, 0, 3, 1], ...[1, 0, 2, 0, 3, 0]),
      [255, 1],
    ],
    [
      "grey 2",
      header(4, 1, 2, 0),
      [0, 2],
      data(0, 0b00011011),
      [0, 85, 255, 255],
    ],
  ];
  for (const [name, head, clear, rows, expected] of cases) {
    const file = png(head, ["tRNS", Uint8Array.from(clear)], rows, end);
    assert.deepEqual([...decodePng(file).pixels], expected, name);
  }
});

Deno.test("decodePng() lays ink on white, and light ink on black", () => {
  const cases: [number[], number[], number[]][] = [
    [[0, 100, 255], [255, 255, 255], [0, 100, 255]],
    [[0, 0, 0], [255, 51, 0], [0, 204, 255]],
    [[255, 255, 255], [255, 51, 0], [255, 51, 0]],
  ];
  for (const [levels, alphas, expected] of cases) {
    const pixels = levels.flatMap((level, i) => [level, alphas[i]!]);
    const file = png(header(3, 1, 8, 4), data(0, ...pixels), end);
    assert.deepEqual([...decodePng(file).pixels], expected);
  }
});
