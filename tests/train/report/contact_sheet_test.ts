import assert from "node:assert/strict";
import { decode } from "fast-png";
import { contactSheet } from "../../../train/report/contact_sheet.ts";

/** Blank images, the first pixel of each inked with its share of full ink. */
function marked(count: number): Float32Array {
  const images = new Float32Array(count * 784);
  for (let i = 0; i < count; i++) images[i * 784] = (i + 1) / count;
  return images;
}

Deno.test("contactSheet() puts images row by row between grey gaps", () => {
  const { width, height, data, channels } = decode(
    contactSheet(marked(5), { columns: 3, padding: 2 }),
  );
  assert.deepEqual([width, height, channels], [3 * 30 + 2, 2 * 30 + 2, 1]);
  const at = (x: number, y: number) => data[y * width + x];
  assert.equal(at(0, 0), 208);
  assert.deepEqual([at(2, 2), at(32, 2), at(62, 2), at(2, 32), at(32, 32)], [
    204,
    153,
    102,
    51,
    0,
  ]);
  assert.equal(at(3, 2), 255);
  assert.equal(at(62, 32), 208, "no sixth image");
});

Deno.test("contactSheet() scales pixels up to squares", () => {
  const { width, height, data } = decode(
    contactSheet(marked(1), { scale: 3, padding: 0 }),
  );
  assert.deepEqual([width, height], [84, 84]);
  const corner = [0, 2, 3].map((x) => data[2 * width + x]);
  assert.deepEqual(corner, [0, 0, 255]);
  assert.equal(data[3 * width], 255);
});

Deno.test("contactSheet() accepts bytes, and clamps floats to paper and ink", () => {
  const bytes = new Uint8Array(784);
  bytes[0] = 255;
  bytes[1] = 55;
  const floats = new Float32Array(784);
  floats[0] = 1.5;
  floats[1] = -0.5;
  const pixels = (
    images: Uint8Array | Float32Array,
  ) => [...decode(contactSheet(images, { padding: 0 })).data.subarray(0, 2)];
  assert.deepEqual(pixels(bytes), [0, 200]);
  assert.deepEqual(pixels(floats), [0, 255]);
});

Deno.test("contactSheet() refuses invalid images and options", () => {
  const cases: [() => void, Error][] = [
    [
      () => contactSheet(new Uint8Array(785)),
      new TypeError(
        "785 pixels, expected a multiple of 784: at least one image",
      ),
    ],
    [
      () => contactSheet(new Uint8Array(0)),
      new TypeError("0 pixels, expected a multiple of 784: at least one image"),
    ],
    [
      () => contactSheet(new Uint8Array(784), { columns: 0 }),
      new RangeError("columns is 0, expected an integer of at least 1"),
    ],
    [
      () => contactSheet(new Uint8Array(784), { scale: 1.5 }),
      new RangeError("scale is 1.5, expected an integer of at least 1"),
    ],
    [
      () => contactSheet(new Uint8Array(784), { padding: -1 }),
      new RangeError("padding is -1, expected an integer of at least 0"),
    ],
  ];
  for (const [run, error] of cases) assert.throws(run, error);
});
