import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import type { GanKind } from "../../../train/config.ts";
import { presetConfig } from "../../../train/presets.ts";
import {
  discriminatorNetwork,
  generatorNetwork,
} from "../../../train/gan/networks.ts";
import {
  type GanBatch,
  oneHotLabels,
  scoreSelection,
} from "../../../train/gan/batch.ts";
import { GAN_LOSSES } from "../../../train/gan/kinds.ts";
import {
  discriminatorGradients,
  type GanReplicas,
  generatorGradients,
} from "../../../train/gan/step.ts";
import { GanTrainer } from "../../../train/gan/trainer.ts";
import { soloExchange } from "../../../train/parallel/solo_exchange.ts";
import { randomReplica } from "../network/random_replica.ts";
import { noise } from "../noise.ts";

const LATENT = 8;

/** Of the cross-entropy of the labels' logits. */
const LABEL_WEIGHT = 5;

function newTrainer(kind: GanKind = "r3gan", batchSize = 4): GanTrainer {
  const config = {
    ...presetConfig("smoke", kind).gan,
    latentSize: LATENT,
    batchSize,
    epochs: 2,
  };
  return new GanTrainer(config, 1, noise(4 * batchSize));
}

/** Everything of a state that belongs to one network. */
function part(
  state: Map<string, Float32Array>,
  network: string,
): [string, Float32Array][] {
  return [...state].filter(([name]) => name.startsWith(`${network}.`));
}

function newReplicas(): GanReplicas {
  const [generator, discriminator] = [
    generatorNetwork(LATENT),
    discriminatorNetwork(),
  ].map((network, i) => randomReplica(network, 3, i));
  return { generator: generator!, discriminator: discriminator! };
}

function batch(count: number): GanBatch {
  const random = new Random(9);
  const values = (n: number): Float32Array =>
    Float32Array.from({ length: n }, () => random.uniform());
  const digits = Uint8Array.from({ length: count }, (_, i) => i);
  return {
    real: tf.tensor4d(values(count * IMAGE_PIXELS), [count, 28, 28, 1]),
    inputs: tf.tensor2d(values(count * (LATENT + 10)), [count, LATENT + 10]),
    selection: scoreSelection(digits),
    labels: oneHotLabels(digits),
    shares: tf.tensor4d(values(count), [count, 1, 1, 1]),
  };
}

Deno.test("generatorGradients() and discriminatorGradients() do not change the networks", async () => {
  await initBackend("wasm");
  const replicas = newReplicas();
  const { generator, discriminator } = replicas;
  const before = [await generator.state(), await discriminator.state()];
  const images = batch(3);
  const first = discriminatorGradients(replicas, images, GAN_LOSSES.r3gan, {
    penalty: 1,
    labels: 1,
  });
  const second = generatorGradients(replicas, images, GAN_LOSSES.r3gan, {
    labels: 1,
  });
  assert.deepEqual(
    Object.keys(first.gradients).sort(),
    discriminator.variables.map(({ name }) => name).sort(),
  );
  assert.deepEqual(
    Object.keys(second.gradients).sort(),
    generator.variables.map(({ name }) => name).sort(),
  );
  assert.deepEqual(
    [await generator.state(), await discriminator.state()],
    before,
  );
  tf.dispose({ ...images });
  for (const { gradients, statistics, losses } of [first, second]) {
    tf.dispose([gradients, losses]);
    for (const { mean, variance } of statistics) tf.dispose([mean, variance]);
  }
  generator.dispose();
  discriminator.dispose();
});

/**
 * Checks a gradient along itself, where the change is far above rounding.
 *
 * @param loss The loss at the variable's present value.
 */
function assertSlope(
  variable: tf.Variable,
  gradient: tf.Tensor,
  loss: () => { value: number; gradients: tf.NamedTensorMap },
): void {
  const length = tf.norm(gradient).dataSync()[0]!;
  const step = 2e-3 / length;
  const at = (sign: number): number => {
    const kept = variable.clone();
    variable.assign(tf.add(variable, tf.mul(gradient, sign * step)));
    const { value, gradients } = loss();
    variable.assign(kept);
    tf.dispose([kept, gradients]);
    return value;
  };
  const slope = (at(1) - at(-1)) / (2 * step);
  const expected = length ** 2;
  assert.ok(
    Math.abs(slope / expected - 1) < 0.05,
    `${variable.name}: ${slope} for ${expected}`,
  );
}

for (const kind of ["r3gan", "wgan-gp"] as const) {
  Deno.test(`discriminatorGradients() of ${kind} adds the penalty's gradient, as finite differences confirm`, async () => {
    await initBackend("wasm");
    const replicas = newReplicas();
    const { generator, discriminator } = replicas;
    const images = batch(2);
    const weight = 3;
    const loss = (): { value: number; gradients: tf.NamedTensorMap } => {
      const { gradients, losses } = discriminatorGradients(
        replicas,
        images,
        GAN_LOSSES[kind],
        { penalty: weight, labels: LABEL_WEIGHT },
      );
      const [scores, penalty, labels] = losses.map((scalar) =>
        scalar.dataSync()[0]!
      );
      tf.dispose(losses);
      return {
        value: scores! + weight * penalty! + LABEL_WEIGHT * labels!,
        gradients,
      };
    };
    const { gradients } = loss();
    // The last weights alone: others move the kinks of the leaky ReLUs, where the
    // penalty jumps.
    const last = discriminator.variables.findLast(({ rank }) => rank === 2)!;
    assertSlope(last, gradients[last.name]!, loss);
    tf.dispose({ ...images });
    tf.dispose(gradients);
    generator.dispose();
    discriminator.dispose();
  });
}

Deno.test("generatorGradients() adds the labels' cross-entropy, as finite differences confirm", async () => {
  await initBackend("wasm");
  const replicas = newReplicas();
  const { generator, discriminator } = replicas;
  const images = batch(4);
  const loss = (): { value: number; gradients: tf.NamedTensorMap } => {
    const { gradients, losses, statistics } = generatorGradients(
      replicas,
      images,
      GAN_LOSSES.r3gan,
      { labels: LABEL_WEIGHT },
    );
    const [scores, labels] = losses.map((scalar) => scalar.dataSync()[0]!);
    tf.dispose(losses);
    for (const { mean, variance } of statistics) tf.dispose([mean, variance]);
    return { value: scores! + LABEL_WEIGHT * labels!, gradients };
  };
  const { gradients } = loss();
  const weight = generator.variables.findLast(({ rank }) => rank === 4)!;
  assertSlope(weight, gradients[weight.name]!, loss);
  tf.dispose([gradients, ...Object.values(images)]);
  generator.dispose();
  discriminator.dispose();
});

Deno.test("GanTrainer.step() changes both networks, repeats by seed and keeps no tensor", async () => {
  await initBackend("wasm");
  const trainer = newTrainer();
  const exchange = soloExchange(trainer);
  const start = await trainer.state();
  await trainer.step(0, exchange);
  const kept = tf.memory().numTensors;
  const losses = await trainer.step(1, exchange);
  assert.equal(tf.memory().numTensors, kept);
  const [discriminator, penalty, generator] = losses;
  assert.ok(Number.isFinite(discriminator), `${losses}`);
  assert.equal(penalty, undefined);
  assert.ok(Number.isFinite(generator), `${losses}`);
  const end = await trainer.state();
  for (const network of ["generator", "discriminator"]) {
    assert.notDeepEqual(part(end, network), part(start, network), network);
  }
  const again = newTrainer();
  await again.step(0, exchange);
  await again.step(1, exchange);
  assert.deepEqual(await again.state(), end);
});

Deno.test("GanTrainer.step() trains WGAN-GP's generator every fifth step", async () => {
  await initBackend("wasm");
  const trainer = newTrainer("wgan-gp");
  const exchange = soloExchange(trainer);
  let state = await trainer.state();
  for (let step = 0; step < 5; step++) {
    const before = state;
    const [critic, penalty, generator] = await trainer.step(step, exchange);
    state = await trainer.state();
    assert.ok(Number.isFinite(critic) && penalty! > 0, `step ${step}`);
    assert.equal(generator !== undefined, step === 4, `step ${step}`);
    const same = isEqual(part(state, "generator"), part(before, "generator"));
    assert.equal(same, step < 4, `step ${step}`);
  }
});

Deno.test("GanTrainer.step() trains DCGAN's networks without a penalty and keeps no tensor", async () => {
  await initBackend("wasm");
  const trainer = newTrainer("dcgan");
  const exchange = soloExchange(trainer);
  const start = await trainer.state();
  await trainer.step(0, exchange);
  const kept = tf.memory().numTensors;
  const [discriminator, penalty, generator] = await trainer.step(1, exchange);
  assert.equal(tf.memory().numTensors, kept);
  assert.ok(discriminator! > 0 && generator! > 0);
  assert.equal(penalty, undefined);
  const end = await trainer.state();
  for (const network of ["generator", "discriminator"]) {
    const same = isEqual(part(end, network), part(start, network));
    assert.equal(same, false, network);
  }
});

/** Whether two states have the same bits; a failing deepEqual prints them all. */
function isEqual(
  a: [string, Float32Array][],
  b: [string, Float32Array][],
): boolean {
  return a.every(([, values], i) =>
    values.every((value, k) => value === b[i]![1][k])
  );
}

Deno.test("GanTrainer.restore() continues exactly from state()", async () => {
  await initBackend("wasm");
  const trainer = newTrainer();
  const exchange = soloExchange(trainer);
  await trainer.step(0, exchange);
  const middle = await trainer.state();
  await trainer.step(1, exchange);
  const end = await trainer.state();
  const resumed = newTrainer();
  resumed.restore(middle);
  await resumed.step(1, exchange);
  assert.deepEqual(await resumed.state(), end);
});

Deno.test("GanTrainer.restore() refuses the state of another network", async () => {
  await initBackend("wasm");
  const trainer = newTrainer();
  const state = await trainer.state();
  const [name] = state.keys();
  state.set(name!, new Float32Array(1));
  assert.throws(() => trainer.restore(state), {
    name: "TypeError",
    message: /the checkpoint's .* should hold \d+ numbers, found 1/,
  });
});
