/**
 * The boundary to the WASM engine: a network in, a function from bytes to
 * numbers out. It runs the same in Deno and in a browser, and does not know
 * what the network's answers mean.
 *
 * @module
 */

import type { QuantizedModel } from "../network/quantized.ts";
import { MAX_BATCH, type Plan, planOf } from "./plan.ts";

/** A network in its own static memory. */
export interface Engine {
  /** Bytes of one input. */
  readonly inputSize: number;
  /** Values of one output. */
  readonly outputSize: number;
  /** Which of the two methods runs it. */
  readonly outputKind: "logits" | "pixels";
  /** Bytes of memory that the network occupies, all of it from the start. */
  readonly memoryBytes: number;
  /**
   * Runs the network on `count` inputs that lie one after another.
   *
   * @returns `count * outputSize` logits, in the engine's memory: a view to read
   *   before the next run.
   * @throws {TypeError} if the network puts out pixels.
   * @throws {RangeError} if `count` is not 1 to 64 or `inputs` not that long.
   */
  logits(inputs: Uint8Array, count: number): Float32Array;
  /**
   * The same for a network that puts out pixel bytes.
   *
   * @throws {TypeError} if the network puts out logits.
   * @throws {RangeError} if `count` is not 1 to 64 or `inputs` not that long.
   */
  pixels(inputs: Uint8Array, count: number): Uint8Array;
}

type Run = (
  plan: number,
  steps: number,
  count: number,
  imagesAtOnce: number,
) => void;

const PAGE_BYTES = 1 << 16;

/**
 * Puts a network into an engine of its own.
 *
 * @param module One of the two builds; see select.ts.
 * @param model A model that was read by `readQuantizedModel`, or just made.
 * @throws {TypeError} if a layer is one that there is no kernel for, naming it.
 * @throws {RangeError} if a number is out of the range where kernels are exact.
 */
export function createEngine(
  module: WebAssembly.Module,
  model: QuantizedModel,
): Engine {
  const plan = planOf(model);
  const pages = Math.ceil(plan.bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const run = exports.run as Run;
  const bytes = new Uint8Array(memory.buffer);
  for (const { address, data } of plan.contents) {
    const { buffer, byteOffset, byteLength } = data;
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), address);
  }
  const { inputSize, outputSize, outputKind, imagesAtOnce } = plan;
  const input = bytes.subarray(plan.input, plan.input + MAX_BATCH * inputSize);
  const logitViews = outputKind === "logits"
    ? batchViews(Float32Array, memory, plan)
    : undefined;
  const pixelViews = outputKind === "pixels"
    ? batchViews(Uint8Array, memory, plan)
    : undefined;

  function runOn(inputs: Uint8Array, count: number): void {
    if (!Number.isInteger(count) || count < 1 || count > MAX_BATCH) {
      throw new RangeError(`expected 1 to ${MAX_BATCH} inputs, found ${count}`);
    }
    if (inputs.length !== count * inputSize) {
      throw new RangeError(
        `expected ${count * inputSize} bytes of input, found ${inputs.length}`,
      );
    }
    input.set(inputs);
    run(plan.steps, plan.stepCount, count, imagesAtOnce);
  }

  return {
    inputSize,
    outputSize,
    outputKind,
    memoryBytes: memory.buffer.byteLength,
    logits(inputs, count) {
      if (!logitViews) throw new TypeError("this network puts out pixels");
      runOn(inputs, count);
      return logitViews[count - 1]!;
    },
    pixels(inputs, count) {
      if (!pixelViews) throw new TypeError("this network puts out logits");
      runOn(inputs, count);
      return pixelViews[count - 1]!;
    },
  };
}

/** The results of 1, 2, … inputs: made once, so that a run makes nothing. */
function batchViews<V>(
  View: new (buffer: ArrayBufferLike, start: number, length: number) => V,
  { buffer }: WebAssembly.Memory,
  { output, outputSize }: Plan,
): V[] {
  return Array.from(
    { length: MAX_BATCH },
    (_, i) => new View(buffer, output, (i + 1) * outputSize),
  );
}
