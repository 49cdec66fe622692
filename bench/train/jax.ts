/**
 * The reference network in jax-js, which compiles its kernels at run time.
 *
 * A convolution is a product of matrices, of the nine inputs under each pixel
 * and the filter: jax-js's own convolutions take 3 to 50 times as long. The whole
 * step is one compiled function, computed by the calling thread: both were
 * faster by processor time than the alternatives.
 *
 * @module
 */

import { jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import type * as tf from "@tensorflow/tfjs";
import { BATCH_NORM_EPSILON, CLASSES } from "../../src/network/numbers.ts";
import {
  ADAM,
  FILTERS,
  isPooled,
  type ReferenceNetwork,
  type ReferenceTraining,
} from "./reference_network.ts";

/** Where a training is: the variables, and Adam's two averages of each. */
type State = {
  values: np.Array[];
  first: np.Array[];
  second: np.Array[];
};

/**
 * Creates the training.
 *
 * @param network Where it starts; its tensors are only read.
 */
export function jaxTraining(network: ReferenceNetwork): ReferenceTraining {
  const images = arrayOf(network.images);
  const labels = arrayOf(network.labels);
  const train = jit(trainStep);
  let state: State = {
    values: network.variables.map(arrayOf),
    first: network.variables.map(({ shape }) => np.zeros(shape)),
    second: network.variables.map(({ shape }) => np.zeros(shape)),
  };
  let step = 0;
  return {
    step: () => {
      step++;
      const [loss, next] = train(
        state,
        np.array([1 - ADAM.beta1 ** step, 1 - ADAM.beta2 ** step]),
        images.ref,
        labels.ref,
      );
      state = next;
      // Computed only when read.
      for (const value of Object.values(state).flat()) value.ref.dataSync();
      return loss.dataSync()[0]!;
    },
  };
}

function arrayOf(tensor: tf.Tensor): np.Array {
  return np.array(tensor.dataSync() as Float32Array<ArrayBuffer>)
    .reshape(tensor.shape);
}

/**
 * One step of Adam. jax-js counts references: an array is consumed by its use,
 * unless that is of `.ref`.
 *
 * @param corrections Adam's, of both averages at this step.
 */
function trainStep(
  { values, first, second }: State,
  corrections: np.Array,
  images: np.Array,
  labels: np.Array,
): [np.Array, State] {
  const [loss, gradients] = valueAndGrad(lossOf)(
    values.map(({ ref }) => ref),
    images,
    labels,
  );
  const next: State = { values: [], first: [], second: [] };
  for (const [i, value] of values.entries()) {
    const gradient = gradients[i]!;
    const mean = average(first[i]!, gradient.ref, ADAM.beta1);
    const square = average(second[i]!, np.square(gradient), ADAM.beta2);
    const length = np.sqrt(square.ref.div(corrections.ref.slice(1)));
    const change = mean.ref.div(corrections.ref.slice(0))
      .div(length.add(ADAM.epsilon));
    next.first.push(mean);
    next.second.push(square);
    next.values.push(value.sub(change.mul(ADAM.learningRate)));
  }
  corrections.dispose();
  return [loss, next];
}

function average(old: np.Array, now: np.Array, decay: number): np.Array {
  return old.mul(decay).add(now.mul(1 - decay));
}

/** The cross-entropy of the network's logits. */
function lossOf(
  values: np.Array[],
  images: np.Array,
  labels: np.Array,
): np.Array {
  let x = images;
  for (const i of FILTERS.keys()) {
    if (isPooled(i)) x = halve(x);
    const [filter, gamma, beta] = values.slice(3 * i) as [
      np.Array,
      np.Array,
      np.Array,
    ];
    x = nn.relu(normalize(convolve(x, filter)).mul(gamma).add(beta));
  }
  const [weight, bias] = values.slice(-2) as [np.Array, np.Array];
  const logits = np.matmul(np.mean(x, [1, 2]), weight).add(bias);
  const likely = nn.logSoftmax(logits, -1).mul(labels);
  // Each row has one label.
  return np.mean(likely).mul(-CLASSES);
}

/** A 3x3 convolution of stride 1 with padding, `[batch, side, side, channels]`. */
function convolve(x: np.Array, filter: np.Array): np.Array {
  const [batch, side, , inputs] = x.shape as [number, number, number, number];
  const outputs = filter.shape[3]!;
  const padded = np.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]]);
  const columns: np.Array[] = [];
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const part = padded.ref
        .slice([], [row, row + side], [column, column + side], []);
      columns.push(part.reshape([batch * side * side, inputs]));
    }
  }
  padded.dispose();
  const product = np.matmul(
    np.concatenate(columns, 1),
    filter.reshape([9 * inputs, outputs]),
  );
  return product.reshape([batch, side, side, outputs]);
}

/** Batch norm without its scale and shift. */
function normalize(z: np.Array): np.Array {
  const centred = z.ref.sub(np.mean(z, [0, 1, 2]));
  const variance = np.mean(np.square(centred.ref), [0, 1, 2]);
  const deviation = np.sqrt(variance.add(BATCH_NORM_EPSILON));
  return centred.mul(np.reciprocal(deviation));
}

/** The largest of each 2x2 window. */
function halve(x: np.Array): np.Array {
  const [batch, height, width, channels] = x.shape as number[];
  return np.max(
    x.reshape([batch!, height! / 2, 2, width! / 2, 2, channels!]),
    [2, 4],
  );
}
