/** A replica's update against a slow one in plain numbers. */

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import type { NetworkDescription } from "../../../src/network/description.ts";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";
import { Replica } from "../../../train/network/replica.ts";
import { warmedDecay } from "../../../train/network/warmed_decay.ts";

const NETWORK: NetworkDescription = {
  name: "small",
  inputShape: [3],
  layers: [
    {
      type: "dense",
      name: "hidden",
      units: 4,
      activation: "relu",
      batchNorm: true,
    },
    {
      type: "dense",
      name: "out",
      units: 2,
      activation: "linear",
      batchNorm: false,
    },
  ],
};

/** AdamW and the averages, one number at a time (arXiv 1711.05101, algorithm 2). */
class SlowReplica {
  readonly values = new Map<string, number[]>();
  readonly averages = new Map<string, number[]>();
  readonly #moments = new Map<string, { m: number; v: number }[]>();

  constructor(initial: ReadonlyMap<string, Float32Array>) {
    for (const [name, values] of initial) {
      this.values.set(name, [...values]);
      this.averages.set(name, [...values]);
      this.#moments.set(name, [...values].map(() => ({ m: 0, v: 0 })));
    }
  }

  update(
    gradients: ReadonlyMap<string, readonly number[]>,
    { learningRate, beta1, beta2, weightDecay, step }: {
      learningRate: number;
      beta1: number;
      beta2: number;
      weightDecay: number;
      step: number;
    },
  ): void {
    for (const [name, values] of this.values) {
      if (name.includes(".moving_")) continue;
      const decay = name.endsWith(".weight") ? weightDecay : 0;
      values.forEach((value, i) => {
        const gradient = gradients.get(name)![i]!;
        const moments = this.#moments.get(name)![i]!;
        moments.m = beta1 * moments.m + (1 - beta1) * gradient;
        moments.v = beta2 * moments.v + (1 - beta2) * gradient ** 2;
        const mean = moments.m / (1 - beta1 ** step);
        const square = moments.v / (1 - beta2 ** step);
        values[i] = value -
          learningRate * (mean / (Math.sqrt(square) + 1e-8) + decay * value);
      });
    }
  }

  average(
    statistics: ReadonlyMap<string, readonly number[]>,
    decay: number,
  ): void {
    for (const [name, averages] of this.averages) {
      const now = statistics.get(name) ?? this.values.get(name)!;
      averages.forEach((average, i) => {
        averages[i] = decay * average + (1 - decay) * now[i]!;
      });
    }
  }
}

Deno.test("Replica updates by Adam with decoupled weight decay, and averages, like a slow reference", async () => {
  await initBackend("wasm");
  const specs = parameterSpecs(NETWORK);
  const initial = initialParameters(specs, (place) => new Random(1, place));
  const replica = new Replica(NETWORK, initial);
  const slow = new SlowReplica(initial);
  const random = new Random(2);
  // Two microbatches, of unequal size.
  const shares = [0.6, 0.4];
  for (let step = 1; step <= 5; step++) {
    const total = new Float32Array(replica.exchangeSize);
    const sums = new Map(
      specs.map(({ name, shape }) => [
        name,
        new Array<number>(shape.reduce((a, b) => a * b)).fill(0),
      ]),
    );
    for (const share of shares) {
      const drawn = new Map(specs.map(({ name, shape }) => {
        const size = shape.reduce((a, b) => a * b);
        return [
          name,
          Float32Array.from({ length: size }, () => random.normal()),
        ];
      }));
      for (const [name, values] of drawn) {
        const sum = sums.get(name)!;
        values.forEach((value, i) => sum[i] = sum[i]! + share * value);
      }
      const tensor = (name: string): tf.Tensor =>
        tf.tensor(
          drawn.get(name)!,
          [...specs.find((spec) => spec.name === name)!.shape],
        );
      const trained = specs.filter(({ trainable }) => trainable);
      const packed = new Float32Array(replica.exchangeSize);
      await replica.pack(
        Object.fromEntries(
          trained.map(({ name }) => [
            (replica.lookup(name) as tf.Variable).name,
            tensor(name),
          ]),
        ),
        [{
          layer: "hidden",
          mean: tensor("hidden.moving_mean") as tf.Tensor1D,
          variance: tensor("hidden.moving_variance") as tf.Tensor1D,
        }],
        packed,
        share,
      );
      packed.forEach((value, i) => total[i] = total[i]! + value);
    }
    const options = {
      learningRate: 0.01 * step,
      beta1: 0.9,
      beta2: 0.99,
      weightDecay: 0.1,
      step,
    };
    replica.applyGradients(total, options);
    slow.update(sums, options);
    replica.updateAverages(total, 0.8);
    slow.average(
      new Map([...sums].filter(([name]) => name.includes(".moving_"))),
      0.8,
    );
  }
  const averages = await replica.averages();
  for (const { name, trainable } of specs) {
    const close = (found: Float32Array, expected: readonly number[]): void =>
      found.forEach((value, i) =>
        assert.ok(
          Math.abs(value - expected[i]!) < 1e-5,
          `${name}: ${value}, expected ${expected[i]}`,
        )
      );
    close(averages.get(name)!, slow.averages.get(name)!);
    if (trainable) {
      const value = replica.lookup(name).dataSync() as Float32Array;
      close(value, slow.values.get(name)!);
    }
  }
  replica.dispose();
});

Deno.test("warmedDecay() forgets the first values quickly, then equals the decay", () => {
  assert.equal(warmedDecay(0.999, 0), 0.1);
  assert.equal(warmedDecay(0.999, 8), 0.5);
  assert.equal(warmedDecay(0.999, 1e6), 0.999);
});
