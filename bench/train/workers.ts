/**
 * The benchmark's workers, as seen from its main thread.
 *
 * @module
 */

import { allocateExchange } from "../../train/parallel/exchange.ts";
import type { BenchAnswer, BenchRequest, Contender } from "./protocol.ts";
import { PARTS } from "./reference_network.ts";

/** A worker of the benchmark, as a function from request to answer. */
export interface BenchWorker {
  /** Asks for one measurement at a time. */
  readonly ask: (request: BenchRequest) => Promise<BenchAnswer>;
  /** Ends the worker. */
  readonly stop: () => void;
}

/** At least the number of elements in the reference network's gradients. */
const EXCHANGE_CAPACITY = 100_000;

/** Starts a worker that trains the reference network. */
export async function startWorker(contender: Contender): Promise<BenchWorker> {
  const url = new URL("./worker.ts", import.meta.url);
  const worker = new Worker(url, { type: "module" });
  const ask = (request: BenchRequest) =>
    new Promise<BenchAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(request);
    });
  await ask({ measure: "start", contender });
  return { ask, stop: () => worker.terminate() };
}

/** Starts workers that share every batch and sum their gradients. */
export function startGroup(workers: number): Promise<BenchWorker[]> {
  const memory = allocateExchange(workers, PARTS, EXCHANGE_CAPACITY);
  return Promise.all(
    Array.from({ length: workers }, (_, rank) => startWorker({ memory, rank })),
  );
}
