import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import type { NetworkDescription } from "../../../src/network/description.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import { Checkup } from "../../../train/gan/checkup.ts";
import { pixelJudge } from "../evaluate/generated/pixel_judge.ts";

await initBackend("wasm");

const LATENT = 4;

/** Brightens the pixel of its digit, and the next pixels by the latent. */
function generator(rightly: boolean) {
  const width = LATENT + 10;
  const weight = new Float32Array(width * IMAGE_PIXELS);
  for (let digit = 0; digit < 10; digit++) {
    const place = rightly ? digit : (digit + 1) % 10;
    weight[(LATENT + digit) * IMAGE_PIXELS + place] = 3;
  }
  for (let k = 0; k < LATENT; k++) weight[k * IMAGE_PIXELS + k] = 0.5;
  const description: NetworkDescription = {
    name: "generator",
    inputShape: [width],
    layers: [
      {
        type: "dense",
        name: "out",
        units: IMAGE_PIXELS,
        activation: "sigmoid",
        batchNorm: false,
      },
      { type: "reshape", name: "image", shape: [28, 28, 1] },
    ],
  };
  return {
    description,
    tensors: new Map([
      ["out.weight", weight],
      ["out.bias", new Float32Array(IMAGE_PIXELS)],
    ]),
  };
}

/** Ten images of each digit, its own pixel bright. */
function validation() {
  const count = 150;
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const images = new Uint8Array(count * IMAGE_PIXELS).fill(127);
  labels.forEach((label, i) => images[i * IMAGE_PIXELS + label] = 250 - i % 30);
  return { images, labels, count };
}

Deno.test("Checkup.measure() reads the digits that a generator was given", async () => {
  const checkup = new Checkup(pixelJudge((d) => d), validation(), 100, 1);
  const right = await checkup.measure(generator(true));
  assert.equal(right.label_agreement, 1);
  assert.equal(right.least_agreement, 1);
  const wrong = await checkup.measure(generator(false));
  assert.equal(wrong.least_agreement, 0);
  assert.ok(right.frechet_distance < 1);
});

Deno.test("Checkup.measure() is repeatable, and differs for another seed", async () => {
  const measures = [1, 1, 2].map((seed) =>
    new Checkup(pixelJudge((d) => d), validation(), 150, seed)
      .measure(generator(true))
  );
  const [first, again, other] = await Promise.all(measures);
  assert.deepEqual(again, first);
  assert.notDeepEqual(other, first);
});
