import assert from "node:assert/strict";
import { runReference } from "../src/engine/reference.ts";
import {
  createGenerator,
  type GeneratorRequest,
  randomDigits,
} from "../src/generator.ts";
import type { Label } from "../src/generator_input.ts";
import { layOut } from "../src/mnist_layout.ts";
import { openModel } from "../src/model_file.ts";
import { ENGINE_MODULES } from "./engine/modules.ts";
import { generatorFile, recognizerFile } from "./task_models.ts";

const FILE = await openModel("generator", generatorFile());
const [[, RELAXED], [, PLAIN]] = ENGINE_MODULES;
const generator = createGenerator(FILE, RELAXED);
const { generate, selfTest, info } = generator;

Deno.test("generate() returns the known bytes on both builds", async () => {
  const request = { digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], seed: 20261122 };
  const images = generate(request);
  assert.equal(images.length, 7840);
  assert.deepEqual(createGenerator(FILE, PLAIN).generate(request), images);
  const digest = await crypto.subtle.digest(
    "SHA-256",
    Uint8Array.from(images),
  );
  // Changing this line changes every picture that people have linked to.
  assert.equal(
    new Uint8Array(digest).toHex().slice(0, 16),
    "93bbabb23618b813",
  );
});

Deno.test("generate() draws image i independently of the others", () => {
  const digits = Array.from({ length: 100 }, (_, i) => i % 10);
  const images = generate({ digits, seed: 3 });
  for (const count of [1, 5, 64, 65]) {
    assert.deepEqual(
      generate({ digits: digits.slice(0, count), seed: 3 }),
      images.slice(0, count * 784),
    );
  }
  const others = generate({ digits: [9, ...digits.slice(1)], seed: 3 });
  assert.notDeepEqual(others.slice(0, 784), images.slice(0, 784));
  assert.deepEqual(others.slice(784), images.slice(784));
  assert.deepEqual(generate({ digits: [], seed: 3 }), new Uint8Array(0));
});

Deno.test("generate() varies with seed and place", () => {
  const first = generate({ digits: [5, 5], seed: 0 });
  const second = generate({ digits: [5, 5], seed: 2 ** 32 - 1 });
  assert.notDeepEqual(first, second);
  assert.notDeepEqual(first.slice(0, 784), first.slice(784));
});

Deno.test("generate() draws the digit's mean at spread 0", () => {
  const means = generate({ digits: [4, 4], seed: 1, spread: 0 });
  assert.deepEqual(means.slice(0, 784), means.slice(784));
  const codes = new Uint8Array(74).fill(64);
  codes[64 + 4] = 64 + 55; // 3 / 0.0545 is 55.002
  const expected = runReference(FILE.model, codes) as Uint8Array;
  layOut(expected);
  assert.deepEqual(means.slice(784), expected);
});

Deno.test("generate() writes all digits of a style in one hand", () => {
  /** Squared differences from each image to the next. */
  const variation = (images: Uint8Array): number => {
    let sum = 0;
    for (let i = 0; i < images.length - 784; i++) {
      sum += (images[i]! - images[i + 784]!) ** 2;
    }
    return sum;
  };
  let free = 0;
  let styled = 0;
  for (let digit = 0; digit < 10; digit++) {
    const digits = new Array<number>(10).fill(digit);
    free += variation(generate({ digits, seed: 1 }));
    styled += variation(generate({ digits, seed: 1, style: digit }));
  }
  assert.ok(styled > 0.1 * free && styled < 0.5 * free, `${styled / free}`);
});

Deno.test("generate() draws image i of a style independently of the others", () => {
  const images = generate({ digits: [4, 0, 7], seed: 1, style: 5 });
  assert.deepEqual(
    generate({ digits: [4], seed: 1, style: 5 }),
    images.slice(0, 784),
  );
  assert.notDeepEqual(
    generate({ digits: [4, 0, 7], seed: 1, style: 6 }),
    images,
  );
});

Deno.test("draw() turns latents() into the output of generate()", () => {
  for (const style of [undefined, 9]) {
    const request = {
      digits: [3, 8, 8],
      seed: 4,
      spread: 0.8,
      ...(style === undefined ? {} : { style }),
    };
    const latents = generator.latents(request);
    assert.equal(latents.length, 3 * generator.latentSize);
    assert.ok(latents.every((code) => code <= 127));
    const images = generate(request);
    assert.deepEqual(generator.draw([3, 8, 8], latents), images);
    const last = latents.slice(2 * generator.latentSize);
    assert.deepEqual(generator.draw([8], last), images.slice(2 * 784));
  }
});

Deno.test("draw() goes from one digit to another", () => {
  const latent = generator.latents({ digits: [3], seed: 4 });
  const at = (share: number) =>
    generator.draw([{ from: 3, to: 8, share }], latent);
  assert.deepEqual(at(0), generator.draw([3], latent));
  assert.deepEqual(at(1), generator.draw([8], latent));
  assert.notDeepEqual(at(0.5), at(0));
  assert.notDeepEqual(at(0.5), at(1));
  const same = generator.draw([{ from: 3, to: 3, share: 0.3 }], latent);
  assert.deepEqual(same, at(0));
});

Deno.test("draw() refuses labels and latents that do not fit the model", () => {
  const size = generator.latentSize;
  const latent = new Uint8Array(size).fill(64);
  const cases: [Label, Uint8Array, string][] = [
    [10, latent, "digit is 10, expected 0 to 9"],
    [{ from: 1, to: -1, share: 0 }, latent, "digit is -1, expected 0 to 9"],
    [{ from: 1, to: 2, share: 2 }, latent, "share is 2, expected 0 to 1"],
    [1, latent.slice(1), `has ${size - 1} bytes, expected ${size}`],
    [1, latent.with(5, 128), "has 128 at byte 5, expected 0 to 127"],
  ];
  for (const [label, bytes, message] of cases) {
    assert.throws(
      () => generator.draw([label], bytes),
      new RangeError(message),
    );
  }
});

Deno.test("generate() refuses values out of range", () => {
  const cases: [Partial<GeneratorRequest>, string][] = [
    [{ digits: [10] }, "digit is 10, expected 0 to 9"],
    [{ digits: [-1] }, "digit is -1, expected 0 to 9"],
    [{ digits: [0.5] }, "digit is 0.5, expected 0 to 9"],
    [{ seed: -1 }, "seed is -1, expected 0 to 4294967295"],
    [{ seed: 2 ** 32 }, "seed is 4294967296, expected 0 to 4294967295"],
    [{ seed: NaN }, "seed is NaN, expected 0 to 4294967295"],
    [{ style: -1 }, "style is -1, expected 0 to 4294967295"],
    [{ spread: 1.1 }, "spread is 1.1, expected 0 to 1"],
    [{ spread: NaN }, "spread is NaN, expected 0 to 1"],
  ];
  for (const [request, message] of cases) {
    assert.throws(
      () => generate({ digits: [1], seed: 1, ...request }),
      new RangeError(message),
    );
  }
});

Deno.test("randomDigits() draws all ten digits, each from seed and place alone", () => {
  const digits = randomDigits(1, 1000);
  for (let digit = 0; digit < 10; digit++) {
    const count = digits.filter((drawn) => drawn === digit).length;
    assert.ok(count > 60 && count < 140, `${count} of ${digit}`);
  }
  assert.deepEqual(randomDigits(1, 7), digits.slice(0, 7));
  assert.notDeepEqual(randomDigits(2, 1000), digits);
});

Deno.test("selfTest() runs the file's test vector", () => {
  assert.equal(selfTest(), true);
  assert.equal(info, FILE.info);
});

Deno.test("createGenerator() refuses a network of the wrong shape", async () => {
  const file = await openModel("generator", recognizerFile());
  assert.throws(
    () => createGenerator(file, RELAXED),
    new TypeError(
      "a generator goes from more than 10 codes to 784 pixels, " +
        "found 784 pixels to 10 logits",
    ),
  );
});
