import fc from "fast-check";
import assert from "node:assert/strict";
import {
  hasEdges,
  isBlank,
  splitLevels,
} from "../../../src/image/normalize/threshold.ts";
import { Random } from "../../../src/network/random.ts";

Deno.test("splitLevels() puts the threshold between two groups", () => {
  const cases: [number[], number, number, number][] = [
    [[0, 255], 0, 0, 255],
    [[10, 11, 12, 200, 201, 202], 12, 11, 201],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 90], 0, 0, 90],
    [[100, 100, 101, 101], 100, 100, 101],
  ];
  for (const [levels, threshold, low, high] of cases) {
    const split = splitLevels(Uint8Array.from(levels));
    assert.equal(split.threshold, threshold);
    assert.equal(split.low, low);
    assert.equal(split.high, high);
    const above = levels.filter((level) => level > threshold).length;
    assert.ok(Math.abs(split.share - above / levels.length) < 1e-9);
  }
});

Deno.test("splitLevels() finds no upper class in one level", () => {
  for (const levels of [[], [7], [255, 255, 255]]) {
    const { low, high, share, separation } = splitLevels(
      Uint8Array.from(levels),
    );
    assert.equal(low, high);
    assert.equal(share, 0);
    assert.equal(separation, 0);
  }
});

Deno.test("splitLevels() tells noise from two classes", () => {
  const random = new Random(1);
  const noise = Uint8Array.from(
    { length: 20_000 },
    () => 128 + 10 * random.normal(),
  );
  const { separation } = splitLevels(noise);
  assert.ok(Math.abs(separation - 2.65) < 0.15, String(separation));
  const even = Uint8Array.from({ length: 25_600 }, (_, i) => i % 256);
  assert.ok(Math.abs(splitLevels(even).separation - Math.sqrt(12)) < 0.05);
  const inked = noise.map((value, i) => i % 10 === 0 ? value - 90 : value);
  assert.ok(splitLevels(inked).separation > 6);
});

Deno.test("splitLevels() returns the threshold of the largest variance", () => {
  const between = (levels: number[], threshold: number) => {
    const low = levels.filter((level) => level <= threshold);
    const high = levels.filter((level) => level > threshold);
    if (low.length === 0 || high.length === 0) return 0;
    const mean = (list: number[]) => list.reduce((a, b) => a + b) / list.length;
    return low.length * high.length * (mean(low) - mean(high)) ** 2;
  };
  fc.assert(
    fc.property(
      fc.array(fc.nat(255), { minLength: 2, maxLength: 30 }),
      (list) => {
        const { threshold } = splitLevels(Uint8Array.from(list));
        const found = between(list, threshold);
        for (let other = 0; other < 255; other++) {
          assert.ok(between(list, other) <= found * (1 + 1e-9) + 1e-6);
        }
      },
    ),
    { seed: 1 },
  );
});

Deno.test("isBlank() tells noise from a digit on paler lines", () => {
  const random = new Random(7);
  const levels = (level: (i: number) => number) =>
    Uint8Array.from(
      { length: 4000 },
      (_, i) => Math.max(0, Math.min(255, level(i) + 12 * random.normal())),
    );
  const cases: [string, Uint8Array, boolean][] = [
    ["faint noise", levels(() => 20), true],
    ["strong noise", levels(() => 120 + 40 * random.normal()), true],
    ["ink", levels((i) => i % 10 === 0 ? 200 : 0), false],
    ["pale lines", levels((i) => 40 * (i % 3)), true],
    ["blurred lines", levels((i) => 37 * i % 150), true],
    [
      "ink on blurred lines",
      levels((i) => i % 5 === 0 ? 200 : 37 * i % 130),
      false,
    ],
  ];
  for (const [name, values, expected] of cases) {
    const split = splitLevels(values);
    assert.equal(isBlank(split), expected, `${name}: ${JSON.stringify(split)}`);
  }
});

Deno.test("splitLevels() counts every level, of bytes at any offset", () => {
  fc.assert(
    fc.property(
      fc.nat(3),
      fc.array(fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 200, 201), {
        minLength: 1,
        maxLength: 60,
      }),
      (offset, found) => {
        const levels = new Uint8Array(offset + found.length).subarray(offset);
        levels.set(found);
        const { low, high, share } = splitLevels(levels);
        const mean = levels.reduce((sum, level) => sum + level, 0) /
          found.length;
        assert.ok(Math.abs(low * (1 - share) + high * share - mean) < 1e-9);
        if (found.includes(0) && found.some((level) => level > 0)) {
          const dark = found.filter((level) => level > 0).length;
          assert.ok(Math.abs(share - dark / found.length) < 1e-9);
        }
      },
    ),
  );
});

Deno.test("hasEdges() tells strokes from noise and slopes", () => {
  const random = new Random(3);
  const side = 30;
  const cases: [string, (x: number, y: number) => number, boolean][] = [
    ["thick strokes", (x) => x % 8 < 3 ? 120 : 0, true],
    [
      "two shades of them",
      (x, y) => x % 8 < 3 ? 60 : y % 9 < 2 ? 120 : 0,
      true,
    ],
    ["noise", () => 120 + 50 * random.normal(), false],
    ["a slope", (x) => 4 * x, false],
    ["faint strokes", (x) => x % 8 < 3 ? 20 : 0, false],
  ];
  for (const [name, level, expected] of cases) {
    const ink = Uint8Array.from({ length: side * side }, (_, i) => {
      const shade = level(i % side, Math.floor(i / side));
      return Math.max(0, Math.min(255, shade + 2 * random.normal()));
    });
    assert.equal(hasEdges(ink, side, splitLevels(ink)), expected, name);
  }
});
