import assert from "node:assert/strict";
import { normalize } from "../../../../src/image/normalize/normalize.ts";
import { Random } from "../../../../src/network/random.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../../train/data/join.ts";
import { CLIENT_DAMAGES } from "../../../../train/evaluate/damage/client/mod.ts";
import {
  damagedInTurn,
  measureDamage,
} from "../../../../train/evaluate/damage/suite.ts";

const FOUR = drawnDigit(4, new Random(1));

Deno.test("every damage depends only on its stream", async () => {
  for (const [name, damage] of CLIENT_DAMAGES) {
    const once = await damage(FOUR, new Random(1));
    assert.equal(once.pixels.length, once.width * once.height, name);
    assert.deepEqual(await damage(FOUR, new Random(1)), once, name);
    assert.notDeepEqual(await damage(FOUR, new Random(2)), once, name);
    assert.notEqual(normalize(once).box, null, `${name} leaves nothing`);
  }
});

Deno.test("shift() and scale() move and shrink the ink's box", async () => {
  const boxes = async (name: string) =>
    await Promise.all(Array.from({ length: 12 }, async (_, seed) => {
      const picture = await CLIENT_DAMAGES.get(name)!(FOUR, new Random(seed));
      return normalize(picture).box!;
    }));
  const lefts = (await boxes("shift")).map(({ left }) => left);
  assert.ok(Math.max(...lefts) - Math.min(...lefts) > 30, `${lefts}`);
  const heights = (await boxes("scale")).map(({ top, bottom }) => bottom - top);
  assert.ok(Math.max(...heights) > 2 * Math.min(...heights), `${heights}`);
});

Deno.test("polarity() is light on dark about as often as dark on light", async () => {
  let dark = 0;
  for (let seed = 0; seed < 40; seed++) {
    const damage = CLIENT_DAMAGES.get("polarity")!;
    const { pixels } = await damage(FOUR, new Random(seed));
    if (pixels[0]! < 128) dark++;
  }
  assert.ok(dark > 10 && dark < 30, `${dark} of 40`);
});

Deno.test("damagedInTurn() keeps labels and finds every digit again", async () => {
  const own = await makeDataset(
    40,
    (i) => i % 10,
    (i) => drawnDigit(i % 10, new Random(i)),
  );
  const { images, labels, count } = await damagedInTurn(own, 1);
  assert.equal(count, own.count);
  assert.deepEqual(labels, own.labels);
  let close = 0;
  for (let i = 0; i < count; i++) {
    const [a, b] = [own.images, images].map((all) =>
      all.subarray(i * 784, (i + 1) * 784)
    );
    let [both, either] = [0, 0];
    a!.forEach((value, k) => {
      both += Math.min(value, b![k]!);
      either += Math.max(value, b![k]!);
    });
    if (both / either > 0.4) close++;
  }
  assert.ok(close >= 34, `${close} of 40 look alike`);
});

Deno.test("measureDamage() reads every image under every kind", async () => {
  const dataset = await makeDataset(
    10,
    (i) => i,
    (i) => drawnDigit(i, new Random(i)),
  );
  const seen: number[] = [];
  const recognizer = {
    recognize: (pixels: Uint8Array) => {
      seen.push(pixels.length / 784);
      return Array.from({ length: pixels.length / 784 }, (_, digit) => ({
        digit: digit < 7 ? digit : 0,
        confidence: 1,
        probabilities: [],
        rejected: false,
        reason: null,
      }));
    },
  };
  const results = [];
  for await (const result of measureDamage(recognizer, dataset)) {
    results.push(result);
  }
  assert.equal(results.length, 25);
  assert.ok(results.every(({ accuracy }) => accuracy === 0.7));
  assert.equal(seen.reduce((a, b) => a + b), 250);
});
