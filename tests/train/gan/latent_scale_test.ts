import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import {
  bestLatentScale,
  LATENT_SCALES,
  withLatentScale,
} from "../../../train/gan/latent_scale.ts";
import { generatorNetwork } from "../../../train/gan/networks.ts";
import { foldBatchNorm } from "../../../train/network/fold.ts";
import { FloatNetwork } from "../../../train/network/inference.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";

const LATENT = 8;

const parameters = initialParameters(
  parameterSpecs(generatorNetwork(LATENT)),
  (place) => new Random(3, place),
);

function digitsOf(
  parameters: ReadonlyMap<string, Float32Array>,
  inputs: number[],
): Float32Array {
  const network = new FloatNetwork(
    foldBatchNorm(generatorNetwork(LATENT), parameters),
  );
  const input = tf.tensor2d(inputs, [1, LATENT + 10]);
  const output = network.run(input);
  const values = output.dataSync() as Float32Array;
  tf.dispose([input, output]);
  network.dispose();
  return values;
}

Deno.test("withLatentScale() equals the generator on the scaled latent", async () => {
  await initBackend("wasm");
  const random = new Random(4);
  const latent = Array.from({ length: LATENT }, () => random.normal());
  const label = Array.from({ length: 10 }, (_, i) => i === 6 ? 3 : 0);
  const found = digitsOf(withLatentScale(parameters, LATENT, 1.5), [
    ...latent,
    ...label,
  ]);
  const expected = digitsOf(parameters, [
    ...latent.map((value) => 1.5 * value),
    ...label,
  ]);
  assert.ok(found.every((value, i) => Math.abs(value - expected[i]!) < 1e-5));
});

Deno.test("bestLatentScale() chooses the least distance, the first of equals", async () => {
  const weight = parameters.get("seed.weight")![0]!;
  for (const best of LATENT_SCALES) {
    const { scale, parameters: scaled } = await bestLatentScale(
      parameters,
      LATENT,
      (tried) => {
        const scale = tried.get("seed.weight")![0]! / weight;
        return Promise.resolve({ frechet_distance: Math.abs(scale - best) });
      },
    );
    assert.equal(scale, best);
    assert.equal(scaled.get("seed.weight")![0], Math.fround(weight * best));
  }
  const { scale } = await bestLatentScale(
    parameters,
    LATENT,
    () => Promise.resolve({ frechet_distance: NaN }),
  );
  assert.equal(scale, 1);
});
