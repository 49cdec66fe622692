/**
 * The boundary to the WASM engine: a network in, a function from bytes to
 * numbers out. It runs the same in Deno and in a browser, and does not know
 * what the network's answers mean.
 *
 * @module
 */

import type { QuantizedModel } from "../network/quantized.ts";
import { BATCH, MAX_BATCH, type Plan, planOf, SINGLE } from "./plan.ts";

/** A network in its own static memory. */
export interface Engine {
  /** Bytes of one input. */
  readonly inputSize: number;
  /** Values of one output. */
  readonly outputSize: number;
  /** Which of the two methods runs it. */
  readonly outputKind: "logits" | "pixels";
  /** Bytes of memory that the network occupies: more once a batch was run. */
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

/** A plan in memory of its own. */
interface Runner {
  readonly plan: Plan;
  readonly memoryBytes: number;
  /** Results of `count` inputs, by `count - 1`. */
  readonly results: readonly (Float32Array | Uint8Array)[];
  run(inputs: Uint8Array, count: number): void;
}

const PAGE_BYTES = 1 << 16;

/**
 * Puts a network into an engine of its own.
 *
 * A single image runs in a memory that has room for one. The first batch makes
 * a second, larger one for itself and all that follow.
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
        throw new TypeError("this network puts out pixels");
      }
      return results(inputs, count) as Float32Array;
    },
    pixels(inputs, count) {
      if (outputKind !== "pixels") {
        throw new TypeError("this network puts out logits");
      }
      return results(inputs, count) as Uint8Array;
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
  };
}

/** The results of 1, 2, … inputs: made once, so that a run makes nothing. */
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
