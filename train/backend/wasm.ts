/**
 * The border between TypeScript and the training kernels: the kernels run on
 * the memory of TensorFlow.js's WASM backend, so tensors pass by address and
 * nothing is copied. No arithmetic here, and no kernel knows of a tensor.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** What `kernels.wasm` exports; every argument is an address, a count or a step in bytes. */
export interface Kernels {
  activationGradient(...args: number[]): void;
  adam(...args: number[]): void;
  batchNorm(...args: number[]): void;
  batchNormGradient(...args: number[]): void;
  biasActivation(...args: number[]): void;
  clear(at: number, bytes: number): void;
  columnMoments(...args: number[]): void;
  columnSums(...args: number[]): void;
  convolve(...args: number[]): void;
  convolveOne(...args: number[]): void;
  filterGradient(...args: number[]): void;
  filterGradientOne(...args: number[]): void;
  maxPool2(...args: number[]): void;
  maxPool2Gradient(...args: number[]): void;
  movingAverage(...args: number[]): void;
  multiplyAdds(at: number, rounds: number): void;
  packPanels(...args: number[]): void;
  padImages(...args: number[]): void;
  pixelShuffle(...args: number[]): void;
  products(...args: number[]): void;
  repeatRows(...args: number[]): void;
  transpose(...args: number[]): void;
  winogradFilter(...args: number[]): void;
  winogradFilterGradient(...args: number[]): void;
  winogradGradient(...args: number[]): void;
  winogradInput(...args: number[]): void;
  winogradOutput(...args: number[]): void;
}

/** What is used of TensorFlow.js's `BackendWasm`, which does not export its type. */
export interface WasmBackend extends tf.KernelBackend {
  readonly wasm: {
    readonly asm: { readonly memory: WebAssembly.Memory };
    _malloc(bytes: number): number;
    _free(address: number): void;
  };
  readonly dataIdMap: {
    get(dataId: tf.DataId): { readonly memoryOffset: number };
  };
  makeOutput(shape: readonly number[], dtype: "float32"): tf.TensorInfo;
}

/** The kernels bound to one backend, and the ways to tensors' memory. */
export interface Device {
  readonly backend: WasmBackend;
  readonly kernels: Kernels;
}

/** Bytes that scratch memory is aligned to: a cache line. */
const ALIGNMENT = 64;

/**
 * Instantiates the kernels on a backend's memory.
 *
 * @param backend TensorFlow.js's WASM backend.
 * @throws {TypeError} if the backend has no such memory: it is another one.
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

/** Address of a tensor's first number in the backend's memory. */
export function addressOf(device: Device, tensor: tf.TensorInfo): number {
  return device.backend.dataIdMap.get(tensor.dataId).memoryOffset;
}

/** Makes a float tensor whose numbers are yet to be written. */
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
 * Lends scratch memory to a function and takes it back when it returns.
 *
 * @param bytes How much; the address is a multiple of a cache line.
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
 * A tensor's numbers, as a view on the backend's memory: valid until the
 * memory next grows, so never kept beyond the next operation.
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

/** Bytes from an image, a row or a pixel to the next. */
export interface Grid {
  readonly image: number;
  readonly row: number;
  readonly pixel: number;
}

/** Steps through images of `height` x `width` pixels of `channels` floats. */
export function gridOf(
  height: number,
  width: number,
  channels: number,
): Grid {
  const pixel = 4 * channels;
  return { pixel, row: pixel * width, image: pixel * width * height };
}
