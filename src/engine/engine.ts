/**
 * The boundary to the WASM engine: takes a network, returns a function from
 * bytes to numbers. It runs the same in Deno and in browsers, and does not know
 * what a network's outputs mean.
 *
 * @module
 */

import type { QuantizedModel } from "../network/quantized.ts";
import { type LayerValues, readLayerValues } from "./layer_values.ts";
import { BATCH, MAX_BATCH, type Plan, planOf, SINGLE } from "./plan.ts";

/** A network loaded into its own static memory. */
export interface Engine {
  /** Bytes per input. */
  readonly inputSize: number;
  /** Values per output. */
  readonly outputSize: number;
  /** Which of the two methods runs this network. */
  readonly outputKind: "logits" | "pixels";
  /** Bytes of memory in use; more after the first batch. */
  readonly memoryBytes: number;
  /**
   * Runs the network on `count` inputs, stored one after another.
   *
   * @returns `count * outputSize` logits: a view into the engine's memory,
   *   valid until the next run.
   * @throws {TypeError} if the network outputs pixels.
   * @throws {RangeError} if `count` is not 1 to 64 or `inputs` has the wrong
   *   length.
   */
  logits(inputs: Uint8Array, count: number): Float32Array;
  /**
   * Like {@linkcode Engine.logits}, for a network that outputs pixel bytes.
   *
   * @throws {TypeError} if the network outputs logits.
   * @throws {RangeError} if `count` is not 1 to 64 or `inputs` has the wrong
   *   length.
   */
  pixels(inputs: Uint8Array, count: number): Uint8Array;
  /**
   * Runs the network on one input and copies the output of each layer, which a
   * run leaves in memory anyway.
   *
   * @returns The values of each layer, in order.
   * @throws {RangeError} if `input` has the wrong length.
   */
  layers(input: Uint8Array): LayerValues[];
}

type Run = (
  plan: number,
  steps: number,
  count: number,
  imagesAtOnce: number,
) => void;

/** A plan in its own memory. */
interface Runner {
  readonly plan: Plan;
  readonly memoryBytes: number;
  /** Views of the results of `count` inputs, at index `count - 1`. */
  readonly results: readonly (Float32Array | Uint8Array)[];
  run(inputs: Uint8Array, count: number): void;
  /** The output of each layer for the first input of the last run. */
  layers(): LayerValues[];
}

const PAGE_BYTES = 1 << 16;

/**
 * Loads a network into a new engine.
 *
 * Single images run in a memory with room for one. The first batch allocates a
 * second, larger memory, which all later batches share.
 *
 * @param module One of the two builds; see select.ts.
 * @param model A model from `readQuantizedModel` or straight from the
 *   quantizer.
 * @throws {TypeError} if there is no kernel for a layer; the message names it.
 * @throws {RangeError} if a number is outside the range in which the kernels
 *   are exact.
 */
export function createEngine(
  module: WebAssembly.Module,
  model: QuantizedModel,
): Engine {
  const single = createRunner(module, planOf(model, SINGLE));
  let batch: Runner | undefined;
  const { inputSize, outputSize, outputKind } = single.plan;

  function results(inputs: Uint8Array, count: number) {
    if (!Number.isInteger(count) || count < 1 || count > MAX_BATCH) {
      throw new RangeError(`expected 1 to ${MAX_BATCH} inputs, found ${count}`);
    }
    if (inputs.length !== count * inputSize) {
      throw new RangeError(
        `expected ${count * inputSize} bytes of input, found ${inputs.length}`,
      );
    }
    const runner = count === 1
      ? single
      : batch ??= createRunner(module, planOf(model, BATCH));
    runner.run(inputs, count);
    return runner.results[count - 1];
  }

  return {
    inputSize,
    outputSize,
    outputKind,
    get memoryBytes() {
      return single.memoryBytes + (batch?.memoryBytes ?? 0);
    },
    logits(inputs, count) {
      if (outputKind !== "logits") {
        throw new TypeError("this network outputs pixels");
      }
      return results(inputs, count) as Float32Array;
    },
    pixels(inputs, count) {
      if (outputKind !== "pixels") {
        throw new TypeError("this network outputs logits");
      }
      return results(inputs, count) as Uint8Array;
    },
    layers(input) {
      results(input, 1);
      return single.layers();
    },
  };
}

function createRunner(module: WebAssembly.Module, plan: Plan): Runner {
  const { inputSize, outputKind, capacity: { most, atOnce } } = plan;
  const pages = Math.ceil(plan.bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const run = exports.run as Run;
  const bytes = new Uint8Array(memory.buffer);
  for (const { address, data } of plan.contents) {
    const { buffer, byteOffset, byteLength } = data;
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), address);
  }
  const input = bytes.subarray(plan.input, plan.input + most * inputSize);
  return {
    plan,
    memoryBytes: memory.buffer.byteLength,
    results: outputKind === "logits"
      ? resultViews(Float32Array, memory, plan)
      : resultViews(Uint8Array, memory, plan),
    run(inputs, count) {
      input.set(inputs);
      run(plan.steps, plan.stepCount, count, atOnce);
    },
    layers: () =>
      plan.outputs.map((output) => readLayerValues(memory.buffer, output)),
  };
}

/**
 * Views of the results of 1, 2, … inputs, made once so that a run allocates
 * nothing.
 */
function resultViews<V>(
  View: new (buffer: ArrayBufferLike, start: number, length: number) => V,
  { buffer }: WebAssembly.Memory,
  { output, outputSize, capacity }: Plan,
): V[] {
  return Array.from(
    { length: capacity.most },
    (_, i) => new View(buffer, output, (i + 1) * outputSize),
  );
}
