import assert from "node:assert/strict";
import fc from "fast-check";
import {
  packedShape,
  packWeights,
  unpackWeights,
  weightGeometry,
} from "../../src/network/packing.ts";
import { shapeSize } from "../../src/network/shapes.ts";
import { conv2d, dense } from "./layers.ts";

Deno.test("packWeights() puts outputs in groups of four and inputs in words of four", () => {
  const geometry = { kernelRows: 2, rowLength: 5, outputs: 6 };
  const weight = (row: number, i: number, output: number) =>
    row * 50 + i * 10 + output + 1;
  const weights = Int8Array.from(
    { length: 60 },
    (_, at) => weight(Math.floor(at / 30), Math.floor(at / 6) % 5, at % 6),
  );
  const packed = packWeights(weights, geometry);
  assert.deepEqual(packedShape(geometry), [2, 2, 2, 4, 4]);
  const at = (...index: number[]) => {
    const shape = [2, 2, 2, 4, 4];
    return packed[index.reduce((sum, i, axis) => sum * shape[axis]! + i, 0)];
  };
  assert.equal(at(0, 0, 0, 0, 0), weight(0, 0, 0));
  assert.equal(at(0, 0, 0, 3, 2), weight(0, 2, 3));
  assert.equal(at(0, 1, 1, 2, 0), weight(1, 4, 2));
  assert.equal(at(1, 1, 0, 1, 3), weight(1, 3, 5));
  assert.equal(at(0, 1, 1, 2, 1), 0, "past the end of a row");
  assert.equal(at(1, 0, 0, 2, 0), 0, "past the last output");
});

Deno.test("packWeights() puts the inputs of one output in words of sixteen", () => {
  const geometry = { kernelRows: 2, rowLength: 20, outputs: 1 };
  const weights = Int8Array.from({ length: 40 }, (_, at) => at + 1);
  const packed = packWeights(weights, geometry);
  assert.deepEqual(packedShape(geometry), [1, 2, 2, 1, 16]);
  assert.deepEqual(packed.subarray(0, 20), weights.subarray(0, 20));
  assert.deepEqual(packed.subarray(20, 32), new Int8Array(12));
  assert.deepEqual(packed.subarray(32, 52), weights.subarray(20));
  assert.deepEqual(packed.subarray(52), new Int8Array(12));
});

Deno.test("unpackWeights() undoes packWeights()", () => {
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(
      fc.record({ kernelRows: size, rowLength: size, outputs: size }),
      fc.infiniteStream(fc.integer({ min: -128, max: 127 })),
      (geometry, stream) => {
        const { kernelRows, rowLength, outputs } = geometry;
        const length = kernelRows * rowLength * outputs;
        const weights = Int8Array.from(stream.take(length));
        const packed = packWeights(weights, geometry);
        assert.equal(packed.length, shapeSize(packedShape(geometry)));
        assert.deepEqual(unpackWeights(packed, geometry), weights);
      },
    ),
    { numRuns: 50 },
  );
});

Deno.test("packWeights() refuses a wrong number of weights", () => {
  const geometry = { kernelRows: 3, rowLength: 3, outputs: 2 };
  assert.throws(
    () => packWeights(new Int8Array(17), geometry),
    new RangeError("expected 18 weights, found 17"),
  );
  assert.throws(
    () => unpackWeights(new Int8Array(18), geometry),
    new RangeError("expected 48 weights, found 18"),
  );
});

Deno.test("weightGeometry() treats a dense layer as a kernel of one row", () => {
  assert.deepEqual(
    weightGeometry({
      layer: dense({ units: 3 }),
      inputShape: [7],
      outputShape: [3],
    }),
    { kernelRows: 1, rowLength: 7, outputs: 3 },
  );
  assert.deepEqual(
    weightGeometry({
      layer: conv2d({ kernelSize: 5, stride: 2 }),
      inputShape: [9, 9, 2],
      outputShape: [5, 5, 4],
    }),
    { kernelRows: 5, rowLength: 10, outputs: 4 },
  );
});
