/** Whose score each network's loss wants to be higher. */

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import type { GanKind } from "../../../train/config.ts";
import {
  discriminatorNetwork,
  generatorNetwork,
} from "../../../train/gan/networks.ts";
import { oneHotLabels, scoreSelection } from "../../../train/gan/batch.ts";
import { GAN_LOSSES } from "../../../train/gan/kinds.ts";
import { gradientPenalty } from "../../../train/gan/penalties.ts";
import {
  discriminatorGradients,
  generatorGradients,
  score,
} from "../../../train/gan/step.ts";
import { forward } from "../../../train/network/forward.ts";
import type { Replica } from "../../../train/network/replica.ts";
import { randomReplica } from "../network/random_replica.ts";

const LATENT = 8;
const LABELS = Uint8Array.of(7, 0, 9);

/** The labels' logits have no part in a score. */
const NO_LOGITS = new Array<number>(10).fill(0);

function random(shape: [number, number], seed: number): tf.Tensor2D {
  const stream = new Random(seed);
  return tf.tensor2d(
    Float32Array.from({ length: shape[0] * shape[1] }, () => stream.uniform()),
    shape,
  );
}

function assertClose(found: number, expected: number, what: string): void {
  assert.ok(
    Math.abs(found - expected) < 1e-4 * Math.max(1, Math.abs(expected)),
    `${what}: ${found}, expected ${expected}`,
  );
}

/** Mean of ln(1 + e^(losers - winners)). */
function meanSoftplus(winners: Float32Array, losers: Float32Array): number {
  return winners.reduce(
    (sum, winner, i) => sum + Math.log1p(Math.exp(losers[i]! - winner)),
    0,
  ) / winners.length;
}

Deno.test("scoreSelection() chooses the first output and the label's", async () => {
  await initBackend("wasm");
  const selection = scoreSelection(LABELS);
  assert.deepEqual([...selection.dataSync()], [
    ...[1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, ...NO_LOGITS],
    ...[1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...NO_LOGITS],
    ...[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, ...NO_LOGITS],
  ]);
  selection.dispose();
});

Deno.test("discriminatorGradients() wants real images to score higher, generatorGradients() generated ones", async () => {
  await initBackend("wasm");
  const generator = randomReplica(generatorNetwork(LATENT), 3);
  const discriminator = randomReplica(discriminatorNetwork(), 3);
  const count = LABELS.length;
  const real: tf.Tensor4D = tf.reshape(
    random([count, IMAGE_PIXELS], 5),
    [count, 28, 28, 1],
  );
  const inputs = random([count, LATENT + 10], 6);
  const selection = scoreSelection(LABELS);
  const generated = forward(
    generator.network,
    generator.lookup,
    inputs,
  ) as tf.Tensor4D;
  const scoreOf = (images: tf.Tensor4D): tf.Tensor1D =>
    score(discriminator, images, selection);
  const [reals, fakes] = [real, generated].map((images) =>
    scoreOf(images).dataSync() as Float32Array
  ) as [Float32Array, Float32Array];
  const penalties = [real, generated].map((images) =>
    gradientPenalty(scoreOf, images).dataSync()[0]!
  );

  const replicas = { generator, discriminator };
  const shares = tf.zeros([count, 1, 1, 1]) as tf.Tensor4D;
  const labels = oneHotLabels(LABELS);
  const images = { real, inputs, selection, labels, shares };
  const losses = GAN_LOSSES.r3gan;
  const judged = discriminatorGradients(replicas, images, losses, {
    penalty: 1,
    labels: 2,
  });
  const [pairing, penalty] = judged.losses.map((loss) => loss.dataSync()[0]!);
  assertClose(pairing!, meanSoftplus(reals, fakes), "discriminator's pairing");
  assertClose(
    penalty!,
    (penalties[0]! + penalties[1]!) / 2,
    "mean of R1 and R2",
  );
  const written = generatorGradients(replicas, images, losses, { labels: 2 });
  assertClose(
    written.losses[0]!.dataSync()[0]!,
    meanSoftplus(fakes, reals),
    "generator's pairing",
  );

  const unpenalized = discriminatorGradients(replicas, images, losses, {
    penalty: 0,
    labels: 0,
  });
  assertClose(unpenalized.losses[0]!.dataSync()[0]!, pairing!, "pairing alone");
  assert.equal(unpenalized.losses[1]!.dataSync()[0], 0);
  generator.dispose();
  discriminator.dispose();
  tf.disposeVariables();
});

Deno.test("discriminatorGradients() normalizes real and generated images separately", async () => {
  await initBackend("wasm");
  const replicas = {
    generator: randomReplica(generatorNetwork(LATENT), 3),
    discriminator: randomReplica(discriminatorNetwork("normalized"), 3),
  };
  const { generator, discriminator } = replicas;
  const count = LABELS.length;
  const real: tf.Tensor4D = tf.reshape(
    random([count, IMAGE_PIXELS], 5),
    [count, 28, 28, 1],
  );
  const inputs = random([count, LATENT + 10], 6);
  const selection = scoreSelection(LABELS);
  const shares = tf.zeros([count, 1, 1, 1]) as tf.Tensor4D;
  const generated = forward(
    generator.network,
    generator.lookup,
    inputs,
  ) as tf.Tensor4D;
  const [reals, fakes] = [real, generated].map((images) =>
    score(discriminator, images, selection).dataSync() as Float32Array
  ) as [Float32Array, Float32Array];
  const found = discriminatorGradients(
    replicas,
    { real, inputs, selection, labels: oneHotLabels(LABELS), shares },
    GAN_LOSSES.dcgan,
    { penalty: 0, labels: 0 },
  );
  const softplus = (x: number): number => Math.log1p(Math.exp(x));
  const sum = reals.reduce(
    (sum, value, i) => sum + softplus(-value) + softplus(fakes[i]!),
    0,
  );
  assertClose(
    found.losses[0]!.dataSync()[0]!,
    sum / (2 * count),
    "cross-entropy",
  );
  assert.deepEqual(found.statistics.map(({ layer }) => layer), [
    "conv2",
    "conv3",
  ]);
  generator.dispose();
  discriminator.dispose();
  tf.disposeVariables();
});

Deno.test("generatorGradients() scores real images only for a loss that compares with them", async () => {
  await initBackend("wasm");
  const generator = randomReplica(generatorNetwork(LATENT), 3);
  const discriminator = randomReplica(discriminatorNetwork(), 3);
  let lookups = 0;
  const { network, variables } = discriminator;
  const counted = {
    network,
    variables,
    lookup: (name: string) => {
      lookups++;
      return discriminator.lookup(name);
    },
  } as Replica;
  const count = LABELS.length;
  const batch = {
    real: tf.zeros([count, 28, 28, 1]) as tf.Tensor4D,
    inputs: random([count, LATENT + 10], 6),
    selection: scoreSelection(LABELS),
    labels: oneHotLabels(LABELS),
    shares: tf.zeros([count, 1, 1, 1]) as tf.Tensor4D,
  };
  const passes = (kind: GanKind): number => {
    lookups = 0;
    const replicas = { generator, discriminator: counted };
    generatorGradients(replicas, batch, GAN_LOSSES[kind], { labels: 0 });
    return lookups / variables.length;
  };
  assert.equal(passes("r3gan"), 2);
  assert.equal(passes("wgan-gp"), 1);
  assert.equal(passes("dcgan"), 1);
  generator.dispose();
  discriminator.dispose();
  tf.disposeVariables();
});
