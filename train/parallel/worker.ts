/**
 * A worker's side of a training run: receives one order, trains, reports.
 *
 * @module
 */

/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />

import { initBackend } from "../backend/mod.ts";
import { Exchange } from "./exchange.ts";
import { trainLoop } from "./loop.ts";
import type { WorkerOrder, WorkerReport } from "./protocol.ts";
import type { Trainer } from "./trainer.ts";

/**
 * Makes this worker execute the main thread's order.
 *
 * @param createTrainer Creates the trainer of a task on the backend, from the
 *   run's seed.
 */
export function serveTraining<T>(
  createTrainer: (task: T, seed: number) => Trainer,
): void {
  self.onmessage = async ({ data }: MessageEvent<WorkerOrder<T>>) => {
    try {
      await obey(data, createTrainer);
    } catch (error) {
      report({
        type: "failure",
        message: String(error),
      });
    }
  };
}

async function obey<T>(
  { task, seed, backend, exchange, rank, flags, position }: WorkerOrder<T>,
  createTrainer: (task: T, seed: number) => Trainer,
): Promise<void> {
  await initBackend(backend);
  await trainLoop(createTrainer(task, seed), {
    exchange: new Exchange(exchange, rank),
    flags: new Int32Array(flags),
    ...(position ? { position } : {}),
    report,
  });
}

function report(report: WorkerReport): void {
  self.postMessage(report);
}
