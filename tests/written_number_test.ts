import assert from "node:assert/strict";
import { createGenerator } from "../src/generator.ts";
import { openModel } from "../src/model_file.ts";
import { GAP_INK, LINE_HEIGHT, writeNumber } from "../src/written_number.ts";
import { ENGINE_MODULES } from "./engine/modules.ts";

const FILE = await openModel(
  "generator",
  await Deno.readFile(
    new URL("../models/generator.safetensors", import.meta.url),
  ),
);
const [[, RELAXED], [, PLAIN]] = ENGINE_MODULES;
const generator = createGenerator(FILE, RELAXED);

/** Every pair of digits, in ten hands. */
const PAIRS = Array.from({ length: 100 }, (_, pair) => ({
  digits: [Math.floor(pair / 10), pair % 10],
  seed: pair % 10,
}));

function write(digits: number[], seed: number, spaces = digits.map(() => 0)) {
  const images = generator.generate({ digits, seed, style: seed });
  return { images, picture: writeNumber(images, spaces, seed) };
}

/** Pixels of ink of a picture. */
function inkOf({ pixels, width }: { pixels: Uint8Array; width: number }) {
  return Array.from(pixels.entries())
    .filter(([, value]) => value >= GAP_INK)
    .map(([at]) => [at % width, Math.floor(at / width)] as const);
}

function columnsOf(ink: readonly (readonly [number, number])[]) {
  return [Math.min(...ink.map(([x]) => x)), Math.max(...ink.map(([x]) => x))];
}

function rowsOf(ink: readonly (readonly [number, number])[]) {
  return [
    Math.min(...ink.map(([, y]) => y)),
    Math.max(...ink.map(([, y]) => y)),
  ];
}

Deno.test("writeNumber() leaves even gaps of ink between all pairs of digits", () => {
  for (const { digits, seed } of PAIRS) {
    const { images, picture } = write(digits, seed);
    const ink = inkOf(picture);
    // The first digit stands where it would alone.
    const first = inkOf(writeNumber(images.slice(0, 784), [0], seed));
    const own = new Set(first.map(String));
    const second = ink.filter((pixel) => !own.has(String(pixel)));
    const nearest = Math.min(
      ...first.flatMap(([x, y]) =>
        second.filter(([, other]) => other === y).map(([other]) => other - x)
      ),
    );
    const apart = nearest - 1;
    const reach = columnsOf(second)[0]! - columnsOf(first)[1]!;
    assert.ok(apart >= 2, `${digits} are ${apart} pixels apart`);
    assert.ok(reach >= -3 && reach <= 6, `${digits} reach ${reach} pixels`);
    assert.equal(second.length + first.length, ink.length);
  }
});

Deno.test("writeNumber() keeps digits on a line that wanders a little", () => {
  const bottoms = new Set<number>();
  for (let seed = 0; seed < 10; seed++) {
    const digits = [7, 1, 4, 9, 0];
    const images = generator.generate({ digits, seed, style: seed });
    let [least, most] = [LINE_HEIGHT, 0];
    for (let count = 1; count <= digits.length; count++) {
      const spaces = digits.slice(0, count).map(() => 9);
      const { width, ...rest } = writeNumber(
        images.slice(0, count * 784),
        spaces,
        seed,
      );
      // Nine spaces before each digit: the last one is alone on the right.
      const ink = inkOf({ width, ...rest }).filter(([x]) => x > width - 35);
      const bottom = rowsOf(ink)[1]!;
      [least, most] = [Math.min(least, bottom), Math.max(most, bottom)];
      bottoms.add(bottom);
    }
    assert.ok(most - least <= 4, `seed ${seed}: ${least} to ${most}`);
  }
  assert.ok(bottoms.size >= 3, "the baseline wanders");
});

Deno.test("writeNumber() does not cut off ink, and leaves a margin", () => {
  const digits = Array.from({ length: 40 }, (_, i) => i * 7 % 10);
  for (let seed = 0; seed < 20; seed++) {
    const { images, picture } = write(digits, seed);
    const drawn = images.reduce(
      (sum, value) => sum + Number(value >= GAP_INK),
      0,
    );
    const ink = inkOf(picture);
    assert.equal(ink.length, drawn);
    const [left, right] = columnsOf(ink);
    const [top, bottom] = rowsOf(ink);
    assert.deepEqual([left, picture.width - 1 - right!], [5, 5]);
    assert.ok(top! >= 3 && bottom! <= LINE_HEIGHT - 4, `${top} to ${bottom}`);
  }
});

Deno.test("writeNumber() widens a gap for a space", () => {
  const { picture: tight } = write([1, 2, 3], 4);
  const { picture: wide } = write([1, 2, 3], 4, [0, 1, 0]);
  assert.equal(wide.width, tight.width + 10);
});

Deno.test("writeNumber() writes the known picture on both builds", async () => {
  const request = { digits: [2, 0, 2, 6], seed: 7, style: 7 };
  const pictures = [generator, createGenerator(FILE, PLAIN)].map((made) =>
    writeNumber(made.generate(request), [0, 0, 0, 0], 7)
  );
  assert.deepEqual(pictures[0], pictures[1]);
  const other = writeNumber(generator.generate(request), [0, 0, 0, 0], 8);
  assert.notDeepEqual(other.pixels, pictures[0]!.pixels);
  // Of blank and full pictures: the layout alone, whatever the model.
  const made = new Uint8Array(3 * 784);
  for (let y = 4; y < 24; y++) {
    made.fill(255, 784 + y * 28 + 8, 784 + y * 28 + 20);
  }
  made.fill(200, 2 * 784);
  const { width, pixels } = writeNumber(made, [0, 0, 1], 7);
  const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(pixels));
  // Changing this line changes every number that people have linked to.
  assert.equal(
    `${width} ${new Uint8Array(digest).toHex().slice(0, 16)}`,
    "68 ff3250c3bda96332",
  );
});

Deno.test("writeNumber() accepts blank digits", () => {
  const { width, height, pixels } = writeNumber(
    new Uint8Array(2 * 784),
    [0, 0],
    1,
  );
  assert.equal(height, LINE_HEIGHT);
  assert.ok(width > 0 && pixels.every((value) => value === 0));
});
