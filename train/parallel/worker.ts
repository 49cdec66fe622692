/**
 * A worker of a training run: takes one order, trains, reports.
 *
 * @module
 */

/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />

import { initBackend } from "../backend/mod.ts";
import { DigitSource } from "../gan/digit_source.ts";
import { GanTrainer } from "../gan/trainer.ts";
import { RecognizerTrainer } from "../recognizer/trainer.ts";
import { Exchange } from "./exchange.ts";
import { trainLoop } from "./loop.ts";
import type { WorkerOrder, WorkerReport } from "./protocol.ts";
import type { Trainer } from "./trainer.ts";

self.onmessage = async ({ data }: MessageEvent<WorkerOrder>) => {
  try {
    await obey(data);
  } catch (error) {
    tell({
      type: "failure",
      message: error instanceof Error
        ? error.stack ?? error.message
        : String(error),
    });
  }
};

async function obey(order: WorkerOrder): Promise<void> {
  await initBackend(order.backend);
  await trainLoop(createTrainer(order), {
    exchange: new Exchange(order.exchange, order.rank),
    flags: new Int32Array(order.flags),
    ...(order.position ? { position: order.position } : {}),
    report: tell,
  });
}

function createTrainer({ task, seed }: WorkerOrder): Trainer {
  if (task.kind === "gan") {
    return new GanTrainer(task.config, seed, task.training);
  }
  const { network, config, training, validation, generator } = task;
  return new RecognizerTrainer(config, seed, {
    network,
    training,
    validation,
    ...(generator ? { generated: new DigitSource(generator) } : {}),
  });
}

function tell(report: WorkerReport): void {
  self.postMessage(report);
}
