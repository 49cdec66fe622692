/**
 * The main thread's side of a training run: starts the workers, passes on what
 * the first reports, and asks for checkpoints.
 *
 * @module
 */

import type { BackendName } from "../backend/mod.ts";
import { microbatchCount } from "../data/batches.ts";
import { discriminatorNetwork, generatorNetwork } from "../gan/networks.ts";
import { parameterSpecs } from "../network/parameters.ts";
import {
  type NetworkDescription,
  shapeSize,
} from "../../src/network/description.ts";
import { allocateExchange } from "./exchange.ts";
import {
  CHECKPOINT,
  type Position,
  STOP,
  type Task,
  type WorkerOrder,
  type WorkerReport,
} from "./protocol.ts";

/** What {@linkcode runTraining} takes besides the task. */
export interface RunOptions {
  /** Names every random stream. */
  readonly seed: number;
  /** What to compute on. */
  readonly backend: BackendName;
  /**
   * Workers that share every batch, at least 1; no more are started than a
   * batch has microbatches.
   */
  readonly workers: number;
  /** Where to go on from; absent at a run's start. */
  readonly position?: Position;
  /** Seconds from one checkpoint to the next. */
  readonly checkpointSeconds: number;
  /** When aborted, the run stops after the current step, with a checkpoint. */
  readonly signal?: AbortSignal;
  /** Is told what happens, in order; a promise it returns is waited for at the end. */
  readonly onReport: (report: WorkerReport) => void | Promise<void>;
}

/** How a run ended. */
export interface RunEnd {
  /** Whether all steps were done; false after a stop. */
  readonly finished: boolean;
  /** The averaged parameters by name, batch norm not folded. */
  readonly result: ReadonlyMap<string, Float32Array>;
}

/**
 * Trains with a group of workers until the task is done or stopped.
 *
 * The same task and seed give the same model, bit for bit, with any number of
 * workers.
 *
 * @throws {Error} if a worker fails; the others are ended too.
 */
export async function runTraining(
  task: Task,
  options: RunOptions,
): Promise<RunEnd> {
  const { signal, checkpointSeconds } = options;
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const { batchSize, microbatchSize } = task.config;
  const parts = microbatchCount(batchSize, microbatchSize);
  const workers = Math.min(options.workers, parts);
  const exchange = allocateExchange(workers, parts, exchangeCapacity(task));
  const group = Array.from(
    { length: workers },
    () =>
      new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  );
  const timer = setInterval(
    () => Atomics.store(flags, CHECKPOINT, 1),
    checkpointSeconds * 1000,
  );
  const stop = (): void => {
    Atomics.store(flags, STOP, 1);
  };
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  try {
    const shared = shareDatasets(task);
    const { promise, resolve, reject } = Promise.withResolvers<RunEnd>();
    let handled = Promise.resolve();
    for (const [rank, worker] of group.entries()) {
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(`worker ${rank} failed: ${event.message}`));
      };
      worker.onmessage = ({ data }: MessageEvent<WorkerReport>) => {
        if (data.type === "failure") {
          reject(new Error(`worker ${rank} failed: ${data.message}`));
          return;
        }
        handled = handled.then(() => options.onReport(data));
        handled.then(() => {
          if (data.type === "end") resolve(data);
        }, reject);
      };
      const order: WorkerOrder = {
        task: shared,
        seed: options.seed,
        backend: options.backend,
        rank,
        exchange,
        flags: flags.buffer as SharedArrayBuffer,
        ...(options.position ? { position: options.position } : {}),
      };
      worker.postMessage(order);
    }
    return await promise;
  } finally {
    clearInterval(timer);
    signal?.removeEventListener("abort", stop);
    for (const worker of group) worker.terminate();
  }
}

/** Losses that may be exchanged with a network's gradients. */
const LOSSES = 2;

/** Numbers that a part brings to the largest exchange of a task. */
function exchangeCapacity(task: Task): number {
  const networks = task.kind === "gan"
    ? [generatorNetwork(task.config.latentSize), discriminatorNetwork()]
    : [task.network];
  return Math.max(...networks.map(parameterCount)) + LOSSES;
}

function parameterCount(network: NetworkDescription): number {
  return parameterSpecs(network)
    .reduce((count, { shape }) => count + shapeSize(shape), 0);
}

/** Moves a task's images to shared memory, so that the workers need no copy each. */
function shareDatasets(task: Task): Task {
  const share = <D extends Task["training"]>(dataset: D): D => {
    const images = new Uint8Array(new SharedArrayBuffer(dataset.images.length));
    images.set(dataset.images);
    return { ...dataset, images };
  };
  return task.kind === "gan" ? { ...task, training: share(task.training) } : {
    ...task,
    training: share(task.training),
    validation: share(task.validation),
  };
}
