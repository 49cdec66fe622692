/**
 * Replaces kernels of TensorFlow.js's WASM backend through its public registry,
 * so that `tf.conv2d`, `tf.matMul`, `tf.maxPool` and their gradients use them
 * unchanged. Unsupported cases (dilation, channels first, other pools) fall
 * through to the original kernel.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { addressOf, type Device, makeTensor } from "../wasm.ts";
import { conv2d } from "./conv2d.ts";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { type ConvolutionAttributes, convolutionGeometry } from "./geometry.ts";
import { matmul } from "./matmul.ts";
import {
  type ImagesShape,
  isPool2,
  maxPool2,
  maxPool2Gradient,
  type PoolAttributes,
} from "./max_pool.ts";
import {
  isWinograd,
  winogradBackpropInput,
  winogradConv2d,
} from "./winograd.ts";
import { winogradBackpropFilter } from "./winograd_filter_gradient.ts";

/** Computes a kernel, or returns `undefined` if the case is not supported. */
type Attempt = (
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap,
) => tf.TensorInfo | undefined;

/** The name of the backend in TensorFlow.js's registry. */
const BACKEND = "wasm";

/**
 * Registers every standard kernel.
 *
 * @param device The backend to compute on.
 */
export function registerStandardKernels(device: Device): void {
  override("Conv2D", attemptConv2d(device));
  override("Conv2DBackpropInput", attemptBackpropInput(device));
  override("Conv2DBackpropFilter", attemptBackpropFilter(device));
  override("BatchMatMul", attemptMatmul(device));
  override("MaxPool", attemptMaxPool(device));
  override("MaxPoolGrad", attemptMaxPoolGrad(device));
  override("Identity", attemptIdentity(device));
}

function override(kernelName: string, attempt: Attempt): void {
  const before = tf.getKernel(kernelName, BACKEND);
  if (before !== undefined) tf.unregisterKernel(kernelName, BACKEND);
  tf.registerKernel({
    ...before,
    kernelName,
    backendName: BACKEND,
    kernelFunc: (call) => {
      const result = attempt(call.inputs, call.attrs ?? {});
      if (result !== undefined) return result;
      if (before !== undefined) return before.kernelFunc(call);
      throw new RangeError(
        `${kernelName} supports channels-last images without dilation, ` +
          `found ${JSON.stringify(call.attrs)}`,
      );
    },
  });
}

/**
 * An input by name; TensorFlow.js passes every input of the kernel's contract.
 */
function input(inputs: tf.NamedTensorInfoMap, name: string): tf.TensorInfo {
  const tensor = inputs[name];
  if (tensor === undefined) throw new TypeError(`the input ${name} is missing`);
  return tensor;
}

function attemptConv2d(device: Device): Attempt {
  return (inputs, attributes) => {
    const x = input(inputs, "x");
    const filter = input(inputs, "filter");
    const g = convolutionGeometry(
      x.shape,
      filter.shape,
      attributes as unknown as ConvolutionAttributes,
    );
    if (g === undefined) return undefined;
    const y = makeTensor(device, [
      g.batch,
      g.outHeight,
      g.outWidth,
      g.outputs,
    ]);
    const [from, weights, to] = addresses(device, x, filter, y);
    const compute = isWinograd(g) ? winogradConv2d : conv2d;
    compute(device, g, from, weights, to);
    return y;
  };
}

function attemptBackpropInput(device: Device): Attempt {
  return (inputs, attributes) => {
    const dy = input(inputs, "dy");
    const filter = input(inputs, "filter");
    const shape = attributes["inputShape"] as number[];
    const g = convolutionGeometry(
      shape,
      filter.shape,
      attributes as unknown as ConvolutionAttributes,
    );
    if (g === undefined) return undefined;
    const dx = makeTensor(device, shape);
    const [from, weights, to] = addresses(device, dy, filter, dx);
    const compute = isWinograd(g) ? winogradBackpropInput : conv2dBackpropInput;
    compute(device, g, from, weights, to);
    return dx;
  };
}

function attemptBackpropFilter(device: Device): Attempt {
  return (inputs, attributes) => {
    const x = input(inputs, "x");
    const dy = input(inputs, "dy");
    const shape = attributes["filterShape"] as number[];
    const g = convolutionGeometry(
      x.shape,
      shape,
      attributes as unknown as ConvolutionAttributes,
    );
    if (g === undefined) return undefined;
    const dw = makeTensor(device, shape);
    const [from, up, to] = addresses(device, x, dy, dw);
    const compute = isWinograd(g)
      ? winogradBackpropFilter
      : conv2dBackpropFilter;
    compute(device, g, from, up, to);
    return dw;
  };
}

function attemptMatmul(device: Device): Attempt {
  return (inputs, attributes) => {
    const a = input(inputs, "a");
    const b = input(inputs, "b");
    const transposeA = attributes["transposeA"] === true;
    const transposeB = attributes["transposeB"] === true;
    if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
    const [aRows, aColumns] = a.shape.slice(-2) as [number, number];
    const [bRows, bColumns] = b.shape.slice(-2) as [number, number];
    const rows = transposeA ? aColumns : aRows;
    const inner = transposeA ? aRows : aColumns;
    const columns = transposeB ? bRows : bColumns;
    const outer = tf.broadcast_util.assertAndGetBroadcastShape(
      a.shape.slice(0, -2),
      b.shape.slice(0, -2),
    );
    const batch = tf.util.sizeFromShape(outer);
    const aBatch = tf.util.sizeFromShape(a.shape.slice(0, -2));
    const bBatch = tf.util.sizeFromShape(b.shape.slice(0, -2));
    // Mixed broadcasts such as [2, 1] with [1, 3] fall through to the original
    // kernel.
    const simple = [aBatch, bBatch].every((n) => n === batch || n === 1);
    if (!simple) return undefined;
    const c = makeTensor(device, [...outer, rows, columns]);
    const shape = { rows, inner, columns, transposeA, transposeB };
    const [left, right, to] = addresses(device, a, b, c);
    for (let i = 0; i < batch; i++) {
      matmul(
        device,
        shape,
        left + (aBatch === 1 ? 0 : 4 * i * rows * inner),
        right + (bBatch === 1 ? 0 : 4 * i * inner * columns),
        to + 4 * i * rows * columns,
      );
    }
    return c;
  };
}

function attemptMaxPool(device: Device): Attempt {
  return (inputs, attributes) => {
    const x = input(inputs, "x");
    const shape = x.shape as unknown as ImagesShape;
    if (!isPool2(shape, attributes as unknown as PoolAttributes)) {
      return undefined;
    }
    const [batch, height, width, channels] = shape;
    const y = makeTensor(device, [batch, height >> 1, width >> 1, channels]);
    maxPool2(device, shape, addressOf(device, x), addressOf(device, y));
    return y;
  };
}

function attemptMaxPoolGrad(device: Device): Attempt {
  return (inputs, attributes) => {
    const x = input(inputs, "input");
    const shape = x.shape as unknown as ImagesShape;
    if (!isPool2(shape, attributes as unknown as PoolAttributes)) {
      return undefined;
    }
    const dx = makeTensor(device, shape);
    const dy = input(inputs, "dy");
    const [from, up, to] = addresses(device, x, dy, dx);
    maxPool2Gradient(device, shape, from, up, to);
    return dx;
  };
}

/**
 * A clone shares its memory, as on the other backends; the original kernel
 * copies it, for every tensor that a gradient saves. Nothing writes to shared
 * memory: see ops/copy.ts.
 */
function attemptIdentity(device: Device): Attempt {
  return (inputs) => {
    const { dataId, shape, dtype } = input(inputs, "x");
    device.backend.incRef(dataId);
    return { dataId, shape, dtype };
  };
}

function addresses(
  device: Device,
  first: tf.TensorInfo,
  second: tf.TensorInfo,
  third: tf.TensorInfo,
): [number, number, number] {
  return [
    addressOf(device, first),
    addressOf(device, second),
    addressOf(device, third),
  ];
}
