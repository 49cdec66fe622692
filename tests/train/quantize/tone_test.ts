import assert from "node:assert/strict";
import { sigmoidTable } from "../../../src/network/arithmetic.ts";
import { tabulated, toneCurve } from "../../../train/quantize/tone.ts";

Deno.test("toneCurve() turns fog into paper and grey into ink", () => {
  const generated = Uint8Array.of(3, 2, 3, 4, 3, 2, 180, 240);
  const real = Uint8Array.of(0, 0, 0, 0, 0, 0, 200, 255);
  const curve = toneCurve(generated, real);
  assert.deepEqual(
    [...generated].map((level) => curve[level]),
    [0, 0, 0, 0, 0, 0, 200, 255],
  );
});

Deno.test("toneCurve() of equal tones is the identity, and never falls", () => {
  const tones = Uint8Array.from({ length: 900 }, (_, i) => i * i % 251);
  const curve = toneCurve(tones, tones);
  for (const tone of tones) assert.equal(curve[tone], tone);
  curve.forEach((level, i) => assert.ok(i === 0 || level >= curve[i - 1]!));
});

Deno.test("tabulated() looks up what the engine would", () => {
  const table = sigmoidTable();
  for (const pixel of [0, 0.001, 0.25, 0.5, 0.9, 1]) {
    const found = tabulated(table, pixel);
    assert.ok(Math.abs(found - 255 * pixel) <= 1.1, `${pixel}: ${found}`);
  }
});
