/**
 * The reference network of the training benchmark and one training step of it,
 * written twice: with Inkling's ops, and with TensorFlow.js alone; jax.ts has
 * it once more. Weights and images are random.
 *
 * 28x28x1 input; 3x3 convolutions to 16, 16, pool, 32, 32, pool, 64, 64, each
 * with batch norm and ReLU; global average pool; dense 10; softmax
 * cross-entropy; Adam; batch 128.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  BATCH_NORM_EPSILON,
  CLASSES,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import {
  adamUpdate,
  batchNormActivation,
  biasActivation,
  copyOut,
  globalAveragePool,
  maxPool2,
  softmaxCrossEntropy,
} from "../../train/backend/mod.ts";
import { standardConfig } from "../../train/config.ts";
import { microbatchCount } from "../../train/data/batches.ts";
import type { Exchange } from "../../train/parallel/exchange.ts";

/** Images per training step. */
export const BATCH = 128;

/** Images computed at a time, as in the standard preset. */
const MICROBATCH = standardConfig.recognizer.microbatchSize;

/** Parts of each batch. */
export const PARTS: number = microbatchCount(BATCH, MICROBATCH);

/**
 * Output channels of the convolutions; a pool precedes the third and the fifth.
 */
export const FILTERS: readonly number[] = [16, 16, 32, 32, 64, 64];

/** Adam's options, which are TensorFlow.js's own. */
export const ADAM = {
  learningRate: 1e-3,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-7,
} as const;

/** The weights of one convolution. */
interface ConvolutionWeights {
  readonly filter: tf.Variable<tf.Rank.R4>;
  readonly gamma: tf.Variable<tf.Rank.R1>;
  readonly beta: tf.Variable<tf.Rank.R1>;
}

/** The network's weights, a batch, and one step that trains on it. */
export interface ReferenceTraining {
  /** Trains one step on the batch and returns the loss before it. */
  readonly step: () => number;
}

/**
 * Creates a training with the fused ops; the backend must be ready.
 *
 * @param exchange The group that shares each batch, with {@linkcode PARTS}
 *   parts.
 */
export function ourTraining(exchange: Exchange): ReferenceTraining {
  const network = referenceNetwork(MICROBATCH);
  const size = network.variables.reduce((sum, { size }) => sum + size, 0);
  const total = new Float32Array(size + 1);
  const moments = tf.tidy(() =>
    network.variables.map((v) => ({
      first: tf.variable(tf.zerosLike(v)),
      second: tf.variable(tf.zerosLike(v)),
    }))
  );
  const loss = () => {
    let x = network.images;
    network.convolutions.forEach(({ filter, gamma, beta }, i) => {
      if (isPooled(i)) x = maxPool2(x);
      const z = tf.conv2d(x, filter, 1, "same");
      x = batchNormActivation(z, gamma, beta, "relu").y;
    });
    const products = tf.matMul(globalAveragePool(x), network.weight);
    const logits = biasActivation(
      products as tf.Tensor2D,
      network.bias,
      "linear",
    );
    return softmaxCrossEntropy(logits, network.labels);
  };
  let step = 0;
  return {
    step: () => {
      step++;
      for (const part of exchange.take()) {
        const { value, grads } = tf.variableGrads(loss, network.variables);
        const out = exchange.outgoing(part, total.length);
        eachPart(
          network.variables,
          out,
          ({ name }, values) => copyOut(grads[name]!, values),
        );
        out[size] = readAndDispose(value, grads);
      }
      exchange.sum(total);
      for (let i = 0; i < total.length; i++) total[i] = total[i]! / PARTS;
      eachPart(network.variables, total, (variable, values, i) => {
        const { first, second } = moments[i]!;
        const gradient = tf.tensor(values, variable.shape);
        adamUpdate(variable, gradient, first, second, {
          ...ADAM,
          step,
        });
        gradient.dispose();
      });
      return total[size]!;
    },
  };
}

/** Cuts a list of numbers into consecutive parts, one per variable. */
function eachPart(
  variables: readonly tf.Variable[],
  numbers: Float32Array,
  visit: (variable: tf.Variable, values: Float32Array, i: number) => void,
): void {
  let offset = 0;
  for (const [i, variable] of variables.entries()) {
    visit(variable, numbers.subarray(offset, offset += variable.size), i);
  }
}

/**
 * Creates the same training with TensorFlow.js's own ops and optimizer.
 *
 * @param batch Images per step.
 */
export function stockTraining(batch = BATCH): ReferenceTraining {
  const network = referenceNetwork(batch);
  const optimizer = tf.train.adam(ADAM.learningRate);
  const loss = () => {
    let x = network.images;
    network.convolutions.forEach(({ filter, gamma, beta }, i) => {
      if (isPooled(i)) x = tf.maxPool(x, 2, 2, "valid");
      const z = tf.conv2d(x, filter, 1, "same");
      const { mean, variance } = tf.moments(z, [0, 1, 2]);
      const normalized = tf.batchNorm(
        z,
        mean as tf.Tensor1D,
        variance as tf.Tensor1D,
        beta,
        gamma,
        BATCH_NORM_EPSILON,
      );
      x = tf.relu(normalized as tf.Tensor<tf.Rank>) as tf.Tensor4D;
    });
    const pooled = tf.mean(x, [1, 2]) as tf.Tensor2D;
    const logits = tf.add(tf.matMul(pooled, network.weight), network.bias);
    return tf.losses.softmaxCrossEntropy(network.labels, logits) as tf.Scalar;
  };
  return {
    step: () => {
      const { value, grads } = tf.variableGrads(loss, network.variables);
      optimizer.applyGradients(
        Object.entries(grads).map(([name, tensor]) => ({ name, tensor })),
      );
      return readAndDispose(value, grads);
    },
  };
}

/** Whether a pool precedes a convolution. */
export function isPooled(convolution: number): boolean {
  return convolution === 2 || convolution === 4;
}

function readAndDispose(loss: tf.Scalar, gradients: tf.NamedTensorMap): number {
  const [value] = loss.dataSync();
  tf.dispose([loss, gradients]);
  return value!;
}

/** The common starting point of all trainings. */
export interface ReferenceNetwork {
  /** The convolutions, from the first. */
  readonly convolutions: readonly ConvolutionWeights[];
  /** Of the dense layer, `[64, 10]`. */
  readonly weight: tf.Variable<tf.Rank.R2>;
  /** Of the dense layer, `[10]`. */
  readonly bias: tf.Variable<tf.Rank.R1>;
  /** `[batch, 28, 28, 1]`. */
  readonly images: tf.Tensor4D;
  /** One-hot, `[batch, 10]`. */
  readonly labels: tf.Tensor2D;
  /** Each convolution's filter, gamma and beta in turn, then weight and bias. */
  readonly variables: tf.Variable[];
}

/**
 * Creates the network and its batch, with the same values on every call and
 * backend.
 *
 * @param batch Images; the first ones are the same for every number.
 */
export function referenceNetwork(batch: number): ReferenceNetwork {
  const convolutions = FILTERS.map((filters, i): ConvolutionWeights => {
    const inputs = FILTERS[i - 1] ?? 1;
    const deviation = Math.sqrt(2 / (9 * inputs));
    return {
      filter: makeVariable(() =>
        // A seed of 0 would be a random one.
        tf.randomNormal([3, 3, inputs, filters], 0, deviation, "float32", i + 1)
      ),
      gamma: makeVariable(() => tf.ones([filters])),
      beta: makeVariable(() => tf.zeros([filters])),
    };
  });
  const weight = makeVariable<tf.Rank.R2>(() =>
    tf.randomNormal([64, CLASSES], 0, 0.1, "float32", 99)
  );
  const bias = makeVariable<tf.Rank.R1>(() => tf.zeros([CLASSES]));
  const shape: [number, number, number, number] = [
    batch,
    IMAGE_SIZE,
    IMAGE_SIZE,
    1,
  ];
  const images = tf.randomUniform<tf.Rank.R4>(shape, 0, 1, "float32", 1);
  const classes = Array.from({ length: batch }, (_, i) => i % CLASSES);
  const labels = tf.tidy(() =>
    tf.oneHot(tf.tensor1d(classes, "int32"), CLASSES).toFloat() as tf.Tensor2D
  );
  const variables = [
    ...convolutions.flatMap(({ filter, gamma, beta }) => [filter, gamma, beta]),
    weight,
    bias,
  ] as tf.Variable[];
  return { convolutions, weight, bias, images, labels, variables };
}

function makeVariable<R extends tf.Rank>(
  make: () => tf.Tensor<R>,
): tf.Variable<R> {
  return tf.tidy(() => tf.variable(make()));
}
