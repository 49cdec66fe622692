import assert from "node:assert/strict";
import {
  readIdx,
  readIdxImages,
  readIdxLabels,
} from "../../../train/data/idx.ts";
import { idxImages, idxLabels } from "./idx_fixture.ts";

Deno.test("readIdx() pairs images with their labels", () => {
  const dataset = readIdx(idxImages("i", 3), idxLabels("l", [5, 0, 9]));
  assert.equal(dataset.count, 3);
  assert.deepEqual(dataset.labels, Uint8Array.of(5, 0, 9));
  assert.equal(dataset.images.length, 3 * 784);
  assert.deepEqual([...dataset.images.subarray(2 * 784 - 1, 2 * 784 + 1)], [
    1,
    2,
  ]);
});

Deno.test("readIdx() reads a file that is a view into a larger buffer", () => {
  const { bytes } = idxLabels("l", [3, 1]);
  const larger = new Uint8Array(bytes.length + 5);
  larger.set(bytes, 5);
  const labels = readIdxLabels({ name: "l", bytes: larger.subarray(5) });
  assert.deepEqual([...labels], [3, 1]);
});

const images = idxImages("images", 2).bytes;
const labels = idxLabels("labels", [1, 2]).bytes;

Deno.test("readIdxImages() refuses what is not a file of 28x28 images", () => {
  const cases: [string, Uint8Array, Error][] = [
    [
      "empty",
      new Uint8Array(0),
      new SyntaxError("f: 0 bytes, expected a header of 16"),
    ],
    [
      "header cut",
      images.subarray(0, 15),
      new SyntaxError("f: 15 bytes, expected a header of 16"),
    ],
    [
      "labels instead",
      new Uint8Array([...labels, ...new Uint8Array(8)]),
      new SyntaxError("f: the magic number is 0x00000801, expected 0x00000803"),
    ],
    [
      "still gzipped",
      Uint8Array.of(0x1f, 0x8b, 8, 0, ...new Uint8Array(20)),
      new SyntaxError("f: the magic number is 0x1f8b0800, expected 0x00000803"),
    ],
    [
      "32x32",
      idxImages("f", 1, 32).bytes,
      new TypeError("f: the images are 32x32, expected 28x28"),
    ],
    [
      "truncated",
      images.subarray(0, -1),
      new SyntaxError(
        "f: truncated: 1567 bytes after the header, expected 1568 (2 images of 784 bytes)",
      ),
    ],
    [
      "trailing",
      new Uint8Array([...images, 0]),
      new SyntaxError(
        "f: trailing bytes: 1569 bytes after the header, expected 1568 (2 images of 784 bytes)",
      ),
    ],
  ];
  for (const [what, bytes, error] of cases) {
    assert.throws(() => readIdxImages({ name: "f", bytes }), error, what);
  }
});

Deno.test("readIdxLabels() refuses what is not a file of digits", () => {
  const cases: [string, Uint8Array, Error][] = [
    [
      "images instead",
      images,
      new SyntaxError("f: the magic number is 0x00000803, expected 0x00000801"),
    ],
    [
      "truncated",
      labels.subarray(0, -1),
      new SyntaxError(
        "f: truncated: 1 bytes after the header, expected 2 (2 labels)",
      ),
    ],
    [
      "label 10",
      idxLabels("f", [0, 10]).bytes,
      new RangeError("f: label 1 is 10, expected 0 to 9"),
    ],
  ];
  for (const [what, bytes, error] of cases) {
    assert.throws(() => readIdxLabels({ name: "f", bytes }), error, what);
  }
});

Deno.test("readIdx() refuses labels that don't match the images", () => {
  assert.throws(
    () => readIdx(idxImages("i", 3), idxLabels("l", [1, 2])),
    new TypeError("l has 2 labels, expected 3: as many as i has images"),
  );
});
