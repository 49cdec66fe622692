import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import type {
  Conv2dLayer,
  NetworkDescription,
} from "../../../src/network/description.ts";
import { type BackendName, initBackend } from "../../../train/backend/mod.ts";
import { findAdapter, startWebGpu } from "../../../train/backend/webgpu.ts";
import { oneHotLabels, scoreSelection } from "../../../train/gan/batch.ts";
import { GAN_LOSSES } from "../../../train/gan/kinds.ts";
import {
  discriminatorGradients,
  generatorGradients,
} from "../../../train/gan/step.ts";
import { readValues } from "../../../train/network/read_values.ts";
import type { Replica } from "../../../train/network/replica.ts";
import { soloExchange } from "../../../train/parallel/solo_exchange.ts";
import { presetConfig } from "../../../train/presets.ts";
import { recognizerNetwork } from "../../../train/recognizer/network.ts";
import { RecognizerTrainer } from "../../../train/recognizer/trainer.ts";
import { randomInput } from "./compare.ts";
import { randomReplica } from "../network/random_replica.ts";
import { noise } from "../noise.ts";

/** Without any adapter, even a software one, there is nothing to compare. */
const ignore = await findAdapter() === null;

/** Maximum relative difference of a loss from WASM's. */
const TOLERANCE = 1e-4;

function assertSameLosses(found: number[], expected: number[]): void {
  assert.equal(found.length, expected.length);
  found.forEach((loss, i) => {
    const error = Math.abs(loss / expected[i]! - 1);
    // In this form NaN fails.
    if (!(error <= TOLERANCE)) assert.fail(`${found} for ${expected}`);
  });
}

/** Losses of the recognizer's first two steps. */
async function recognizerLosses(backend: BackendName): Promise<number[]> {
  await initBackend(backend);
  const config = {
    ...presetConfig("smoke").judge,
    batchSize: 6,
    augmentedShare: 0,
    epochs: 1,
  };
  const data = {
    network: recognizerNetwork(),
    training: noise(12),
    validation: noise(12),
  };
  const trainer = new RecognizerTrainer(config, 1, data);
  const exchange = soloExchange(trainer);
  const losses: number[] = [];
  for (let step = 0; step < trainer.totalSteps; step++) {
    losses.push(...await trainer.step(step, exchange));
  }
  return losses;
}

const conv = {
  type: "conv2d",
  kernelSize: 3,
  stride: 1,
  padding: "same",
  activation: "relu",
  batchNorm: true,
} as const;

/** The GAN's layer types at a fraction of their size: 14x14 images. */
const GENERATOR: NetworkDescription = {
  name: "small_generator",
  inputShape: [12],
  layers: [
    {
      type: "dense",
      name: "seed",
      units: 7 * 7 * 8,
      activation: "relu",
      batchNorm: true,
    },
    { type: "reshape", name: "seed_image", shape: [7, 7, 8] },
    { ...conv, name: "conv1", filters: 16 },
    { type: "pixel_shuffle", name: "grow", factor: 2 },
    {
      ...conv,
      name: "ink",
      filters: 1,
      activation: "sigmoid",
      batchNorm: false,
    },
  ],
};

const judging = (name: string, layer: Partial<Conv2dLayer>): Conv2dLayer => ({
  ...{ ...conv, name, filters: 8, activation: "leaky_relu" },
  ...{ ...layer, batchNorm: false },
});

const DISCRIMINATOR: NetworkDescription = {
  name: "small_discriminator",
  inputShape: [14, 14, 1],
  layers: [
    judging("conv1", { kernelSize: 4, stride: 2 }),
    judging("conv2", {}),
    { type: "reshape", name: "flat", shape: [7 * 7 * 8] },
    {
      type: "dense",
      name: "score",
      units: 21,
      activation: "linear",
      batchNorm: false,
    },
  ],
};

/** Losses of two steps of both networks, gradient penalty included. */
async function ganLosses(backend: BackendName): Promise<number[]> {
  await initBackend(backend);
  const batch = 5;
  const [generator, discriminator] = [GENERATOR, DISCRIMINATOR].map(
    (network, i) => randomReplica(network, 3, i),
  ) as [Replica, Replica];
  const input = (seed: number, shape: number[]): tf.Tensor =>
    tf.tensor(randomInput(seed, shape).values, shape);
  const real = input(1, [batch, 14, 14, 1]) as tf.Tensor4D;
  const latents = input(2, [batch, 12]) as tf.Tensor2D;
  const digits = Uint8Array.of(3, 1, 4, 1, 5);
  const selection = scoreSelection(digits);
  const labels = oneHotLabels(digits);
  const shares = input(3, [batch, 1, 1, 1]) as tf.Tensor4D;
  const images = { real, inputs: latents, selection, labels, shares };
  const replicas = { generator, discriminator };
  const losses: number[] = [];
  const weights = { penalty: 1, labels: 0.1 };
  const adam = { learningRate: 1e-3, beta1: 0, beta2: 0.99, weightDecay: 0 };
  for (const step of [1, 2]) {
    for (const replica of [discriminator, generator]) {
      const made = replica === discriminator
        ? discriminatorGradients(replicas, images, GAN_LOSSES.r3gan, weights)
        : generatorGradients(replicas, images, GAN_LOSSES.r3gan, weights);
      const total = new Float32Array(replica.exchangeSize);
      await replica.pack(made.gradients, made.statistics, total, 1);
      replica.applyGradients(total, { ...adam, step });
      for (const loss of made.losses) {
        losses.push((await readValues(loss))[0]!);
        loss.dispose();
      }
    }
  }
  tf.dispose(images);
  generator.dispose();
  discriminator.dispose();
  return losses;
}

Deno.test({
  name: "on WebGPU the recognizer's steps have the same losses as on WASM",
  ignore,
  fn: async () => {
    const expected = await recognizerLosses("wasm");
    assertSameLosses(await recognizerLosses("webgpu"), expected);
  },
});

Deno.test({
  name: "on WebGPU a GAN's steps have the same losses as on WASM",
  ignore,
  fn: async () => {
    const expected = await ganLosses("wasm");
    assertSameLosses(await ganLosses("webgpu"), expected);
  },
});

Deno.test("startWebGpu() says what to do without an adapter", async () => {
  const gpu = { requestAdapter: () => Promise.resolve(null) };
  await assert.rejects(() => startWebGpu(gpu), {
    name: "Error",
    message: /no adapter on this machine.*--backend wasm/,
  });
});
