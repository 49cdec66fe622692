import assert from "node:assert/strict";
import { Random } from "../../../src/network/random.ts";
import { ActivationHistogram } from "../../../train/quantize/clip.ts";

/** Mean squared error of 7-bit codes that span 0 to `end`. */
function codedError(values: Float32Array, end: number): number {
  const step = end / 127;
  return values.reduce((sum, value) => {
    const coded = Math.min(127, Math.round(value / step)) * step;
    return sum + (value - coded) ** 2;
  }, 0) / values.length;
}

Deno.test("ActivationHistogram.bestUpperEnd() keeps the whole range of uniform values", () => {
  const values = Float32Array.from({ length: 10_000 }, (_, i) => i / 9_999 * 3);
  const histogram = new ActivationHistogram(3);
  histogram.add(values);
  assert.ok(histogram.bestUpperEnd() > 2.9);
});

Deno.test("ActivationHistogram.bestUpperEnd() clips a far outlier if that reduces the error", () => {
  const random = new Random(1);
  const values = Float32Array.from(
    { length: 100_000 },
    () => Math.abs(random.normal()),
  );
  values[0] = 20;
  const histogram = new ActivationHistogram(20);
  histogram.add(values);
  const end = histogram.bestUpperEnd();
  assert.ok(end < 15, `${end}`);
  assert.ok(codedError(values, end) < codedError(values, 20));
});

Deno.test("ActivationHistogram.bestUpperEnd() is 1 for a layer that is always 0", () => {
  const histogram = new ActivationHistogram(0);
  histogram.add(new Float32Array(10));
  assert.equal(histogram.bestUpperEnd(), 1);
});
