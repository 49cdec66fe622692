/**
 * The main thread's side of a training run: starts the workers, forwards the
 * first one's reports, and requests checkpoints.
 *
 * @module
 */

import type { BackendName } from "../backend/mod.ts";
import { allocateExchange, type ExchangeSize } from "./exchange.ts";
import {
  CHECKPOINT,
  type Position,
  STOP,
  type WorkerOrder,
  type WorkerReport,
} from "./protocol.ts";

/** Options of {@linkcode runTraining}. */
export interface RunOptions {
  /** Module of the workers; it calls `serveTraining`. */
  readonly worker: URL;
  /** Number and size of the parts of each batch. */
  readonly exchange: ExchangeSize;
  /** Names every random stream. */
  readonly seed: number;
  /** Backend to compute on. */
  readonly backend: BackendName;
  /**
   * Workers that share every batch, at least 1; at most as many are started as
   * a batch has parts.
   */
  readonly workers: number;
  /** Where to resume; absent at the start of a run. */
  readonly position?: Position;
  /** Seconds between checkpoints. */
  readonly checkpointSeconds: number;
  /** When aborted, the run stops after the current step, with a checkpoint. */
  readonly signal?: AbortSignal;
  /**
   * Called with every report, in order; returned promises are awaited at the
   * end.
   */
  readonly onReport: (report: WorkerReport) => void | Promise<void>;
}

/** The end of a run. */
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
 * @throws {Error} if a worker fails; the others are terminated.
 */
export async function runTraining<T>(
  task: T,
  options: RunOptions,
): Promise<RunEnd> {
  const { signal, checkpointSeconds } = options;
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const { parts, capacity } = options.exchange;
  const workers = Math.min(options.workers, parts);
  const exchange = allocateExchange(workers, parts, capacity);
  const group = Array.from(
    { length: workers },
    () => new Worker(options.worker, { type: "module" }),
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
      const order: WorkerOrder<T> = {
        task,
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
