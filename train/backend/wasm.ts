/**
 * The boundary between TypeScript and the training kernels. The kernels run on
 * the memory of TensorFlow.js's WASM backend, so tensors pass by address and
 * nothing is copied. There is no arithmetic here, and kernels know nothing
 * about tensors.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** What `kernels.wasm` exports; every argument is an address, a count or a step in bytes. */
export interface Kernels {
  /** Input gradient of an activation: activation.ts. */
  activationGradient(...args: number[]): void;
  /** One step of Adam, in place: update.ts. */
  adam(...args: number[]): void;
  /** Batch norm and activation, given the statistics: batch_norm.ts. */
  batchNorm(...args: number[]): void;
  /** Gradients of batch norm and activation: batch_norm.ts. */
  batchNormGradient(...args: number[]): void;
  /** Bias and activation: activation.ts. */
  biasActivation(...args: number[]): void;
  /** Sets bytes to zero: pack.ts. */
  clear(at: number, bytes: number): void;
  /** Mean and variance of each column: batch_norm.ts. */
  columnMoments(...args: number[]): void;
  /** Sum of each column, times a factor: reduce.ts. */
  columnSums(...args: number[]): void;
  /** Convolution of padded images: convolution.ts. */
  convolve(...args: number[]): void;
  /** The same for one input channel: one_input.ts. */
  convolveFromOne(...args: number[]): void;
  /** The same for one input channel with strides: one_input_strided.ts. */
  convolveFromOneStrided(...args: number[]): void;
  /** The same for one output channel: one_channel.ts. */
  convolveOne(...args: number[]): void;
  /**
   * The same for one output channel, with a kernel five wide: one_channel.ts.
   */
  convolveOneFive(...args: number[]): void;
  /** Filter gradient of padded images, added: filter_gradient.ts. */
  filterGradient(...args: number[]): void;
  /** The same for one input channel, with a kernel five wide: one_input.ts. */
  filterGradientFive(...args: number[]): void;
  /** The same for one output channel: one_channel.ts. */
  filterGradientOne(...args: number[]): void;
  /** Adds up the contributions of pixels to 4 x 4 patches: one_channel.ts. */
  gatherPatches(...args: number[]): void;
  /** Largest of each 2 x 2 window: pool.ts. */
  maxPool2(...args: number[]): void;
  /** Gradient of the above: pool.ts. */
  maxPool2Gradient(...args: number[]): void;
  /** Moves an average, in place: update.ts. */
  movingAverage(...args: number[]): void;
  /** Matrix product with sixteen columns: sixteen.ts. */
  multiplyBySixteen(...args: number[]): void;
  /** Multiplies and adds at the machine's ceiling: ceiling.ts. */
  multiplyAdds(at: number, rounds: number): void;
  /** Matrix product by packed panels: multiply.ts. */
  multiplyRows(...args: number[]): void;
  /** The same with packed rows: multiply.ts. */
  multiplyQuads(...args: number[]): void;
  /** Packs a matrix into panels of eight columns: pack.ts. */
  packPanels(...args: number[]): void;
  /** Packs a transposed matrix in groups of four rows: multiply.ts. */
  packQuads(...args: number[]): void;
  /** Copies images into the middle of larger ones: pack.ts. */
  padImages(...args: number[]): void;
  /** Pixel shuffle or its inverse: pool.ts. */
  pixelShuffle(...args: number[]): void;
  /** Many small matrix products: products.ts. */
  products(...args: number[]): void;
  /** Repeats each row, times a factor: pool.ts. */
  repeatRows(...args: number[]): void;
  /** Transposes a matrix: pack.ts. */
  transpose(...args: number[]): void;
  /** Transforms a filter: winograd.ts. */
  winogradFilter(...args: number[]): void;
  /** Transforms a filter's gradient back: winograd.ts. */
  winogradFilterGradient(...args: number[]): void;
  /** Transforms tiles of an output gradient: winograd.ts. */
  winogradGradient(...args: number[]): void;
  /** Transforms tiles of inputs: winograd.ts. */
  winogradInput(...args: number[]): void;
  /** Transforms products back to tiles of outputs: winograd.ts. */
  winogradOutput(...args: number[]): void;
}

/**
 * The parts of TensorFlow.js's `BackendWasm` in use; it does not export the
 * type.
 */
export interface WasmBackend extends tf.KernelBackend {
  /** The compiled module: its memory and its allocator. */
  readonly wasm: {
    readonly asm: { readonly memory: WebAssembly.Memory };
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
  /** Address information of each tensor. */
  readonly dataIdMap: {
    get(dataId: tf.DataId): { readonly memoryOffset: number };
  };
  /** Allocates a tensor's memory without writing it. */
  makeOutput(shape: readonly number[], dtype: "float32"): tf.TensorInfo;
}

/** The kernels bound to one backend, and access to tensors' memory. */
export interface Device {
  /** The backend whose memory the kernels work on. */
  readonly backend: WasmBackend;
  /** The kernels, instantiated on that memory. */
  readonly kernels: Kernels;
}

/** Bytes that scratch memory is aligned to: a cache line. */
const ALIGNMENT = 64;

/**
 * Instantiates the kernels on a backend's memory.
 *
 * @param backend TensorFlow.js's WASM backend.
 * @throws {TypeError} if the backend has no WebAssembly memory, because it is
 *   another one.
 */
export async function openDevice(backend: WasmBackend): Promise<Device> {
  const memory = backend.wasm?.asm?.memory;
  if (!(memory instanceof WebAssembly.Memory)) {
    throw new TypeError("the backend has no WebAssembly memory");
  }
  const bytes = await Deno.readFile(new URL("./kernels.wasm", import.meta.url));
  const { instance } = await WebAssembly.instantiate(bytes, {
    env: { memory },
  });
  return { backend, kernels: instance.exports as unknown as Kernels };
}

/** Address of a tensor's first element in the backend's memory. */
export function addressOf(device: Device, tensor: tf.TensorInfo): number {
  return device.backend.dataIdMap.get(tensor.dataId).memoryOffset;
}

/** Creates a float tensor with uninitialized elements. */
export function makeTensor(
  device: Device,
  shape: readonly number[],
): tf.TensorInfo {
  const tensor = device.backend.makeOutput(shape, "float32");
  if (addressOf(device, tensor) === 0 && tf.util.sizeFromShape([...shape])) {
    throw new RangeError(`no memory for a tensor of [${shape.join(", ")}]`);
  }
  return tensor;
}

/**
 * Lends scratch memory to a function and frees it when the function returns.
 *
 * @param bytes Size; the address is aligned to a cache line.
 * @throws {RangeError} if the backend's memory cannot grow that far.
 */
export function withScratch<T>(
  device: Device,
  bytes: number,
  use: (address: number) => T,
): T {
  const { wasm } = device.backend;
  const block = wasm._malloc(bytes + ALIGNMENT) >>> 0;
  if (block === 0) throw new RangeError(`no memory for ${bytes} scratch bytes`);
  try {
    return use(Math.ceil(block / ALIGNMENT) * ALIGNMENT);
  } finally {
    wasm._free(block);
  }
}

/**
 * A tensor's elements as a view of the backend's memory. Valid until the memory
 * next grows, so never keep it beyond the next operation.
 */
export function viewOf(
  backend: WasmBackend,
  tensor: tf.TensorInfo,
): Float32Array {
  return new Float32Array(
    backend.wasm.asm.memory.buffer,
    backend.dataIdMap.get(tensor.dataId).memoryOffset,
    tf.util.sizeFromShape(tensor.shape),
  );
}

/** Strides in bytes between images, rows and pixels. */
export interface Grid {
  /** Bytes from one image to the next. */
  readonly image: number;
  /** Bytes from one row to the next. */
  readonly row: number;
  /** Bytes from one pixel to the next. */
  readonly pixel: number;
}

/** Strides of images of `height` x `width` pixels of `channels` floats. */
export function gridOf(
  height: number,
  width: number,
  channels: number,
): Grid {
  const pixel = 4 * channels;
  return { pixel, row: pixel * width, image: pixel * width * height };
}
