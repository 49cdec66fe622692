import assert from "node:assert/strict";
import { applyTone } from "../../../../train/data/effects/tone.ts";

function toned(values: number[], curve: number, contrast: number): number[] {
  const image = Float32Array.from(values);
  applyTone(image, { curve, contrast });
  return Array.from(image, (value) => Math.round(value * 1000) / 1000);
}

Deno.test("applyTone() stretches to full ink, except faint images", () => {
  assert.deepEqual(toned([0, 0.25, 0.5], 0, 1), [0, 0.5, 1]);
  assert.deepEqual(toned([0, 0.1, 0.2], 0, 1), [0, 0.1, 0.2]);
  assert.deepEqual(toned([0, 0, 0], 0.5, 2), [0, 0, 0]);
});

Deno.test("applyTone() changes greys and keeps paper and ink", () => {
  assert.deepEqual(toned([0, 0.5, 1], 0.4, 1), [0, 0.6, 1]);
  assert.deepEqual(toned([0, 0.5, 1], -0.4, 1), [0, 0.4, 1]);
});

Deno.test("applyTone() hardens edges around middle grey", () => {
  assert.deepEqual(toned([0, 0.25, 0.4, 0.5, 0.75, 1], 0, 2), [
    0,
    0,
    0.3,
    0.5,
    1,
    1,
  ]);
});

Deno.test("applyTone() never lets darker ink become lighter than lighter ink", () => {
  const ramp = Array.from({ length: 101 }, (_, i) => i / 100);
  for (const curve of [-1, -0.5, 0, 0.5, 1]) {
    for (const contrast of [1, 1.6, 3]) {
      const values = toned(ramp, curve, contrast);
      assert.deepEqual(
        values,
        values.toSorted((a, b) => a - b),
        `${curve} ${contrast}`,
      );
    }
  }
});
