/**
 * The training benchmark: the reference network on TensorFlow.js's WASM backend
 * as published, with Inkling's kernels, and with them in several workers; the
 * time per kernel; and each kernel against the machine's ceiling. Prints
 * Markdown.
 *
 * Run by `deno task bench:train`.
 *
 * @module
 */

import { allocateExchange } from "../../train/parallel/exchange.ts";
import type { BenchAnswer, BenchRequest } from "./protocol.ts";
import { BATCH, PARTS } from "./reference_network.ts";
import { format, median, printHead, printRow } from "./table.ts";

/** A worker of the benchmark, as a function from request to answer. */
interface BenchWorker {
  readonly ask: (request: BenchRequest) => Promise<BenchAnswer>;
  readonly stop: () => void;
}

/** At least the number of elements in the reference network's gradients. */
const EXCHANGE_CAPACITY = 100_000;

type Group = Extract<BenchRequest, { measure: "start" }>["group"];

/**
 * Starts a worker: one of a group with Inkling's kernels, or one with the
 * published backend.
 */
async function startWorker(group?: Group): Promise<BenchWorker> {
  const url = new URL("./worker.ts", import.meta.url);
  const worker = new Worker(url, { type: "module" });
  const ask = (request: BenchRequest) =>
    new Promise<BenchAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(request);
    });
  await ask({ measure: "start", ...(group ? { group } : {}) });
  return { ask, stop: () => worker.terminate() };
}

/** Images per second, by wall clock and by processor time of one worker. */
interface Speed {
  readonly byClock: number;
  readonly byProcessor: number;
}

/**
 * Speed of a group whose workers are all at the same step, by its median step.
 */
async function measureSpeed(
  workers: readonly BenchWorker[],
  steps: number,
): Promise<Speed> {
  const request: BenchRequest = { measure: "training", steps };
  const answers = await Promise.all(workers.map(({ ask }) => ask(request)));
  // Every answer's processor time covers all workers.
  const processor = Math.max(...answers.map((a) => a.processorTime ?? 0));
  return {
    byClock: BATCH * 1000 / median(answers[0]?.steps ?? []),
    byProcessor: BATCH * steps * 1000 / processor,
  };
}

/**
 * Speed of independent trainings side by side: what this machine's cores can
 * achieve together, and thus an upper limit for the workers of one training.
 */
async function measureApart(
  trainings: readonly (readonly BenchWorker[])[],
  steps: number,
): Promise<Speed> {
  const speeds = await Promise.all(
    trainings.map((workers) => measureSpeed(workers, steps)),
  );
  return {
    byClock: speeds.reduce((sum, { byClock }) => sum + byClock, 0),
    // Each answer's processor time covers all trainings.
    byProcessor: speeds.reduce((sum, { byProcessor }) => sum + byProcessor, 0),
  };
}

/** Both medians of several measurements. */
function medianSpeed(speeds: readonly Speed[]): Speed {
  return {
    byClock: median(speeds.map(({ byClock }) => byClock)),
    byProcessor: median(speeds.map(({ byProcessor }) => byProcessor)),
  };
}

/**
 * Steps to measure: many with Inkling's kernels, few of the published backend's
 * two-second ones.
 */
const STEPS = { stock: 3, ours: 4 };

/** Warm-up steps: V8 recompiles code that runs often. */
const WARM_STEPS = { stock: 1, ours: 20 };

/** How often one worker and many are measured, interleaved. */
const ROUNDS = 31;

/** Steps profiled. */
const PROFILED = { stock: 1, ours: 5 };

/** Steps of each GAN that are timed, and profiled. */
const GAN_STEPS = 16;

/** Seconds for each kernel case in a round, and rounds. */
const CASES = {
  stock: { seconds: 0.2 },
  ours: { seconds: 0.2, rounds: 10 },
};

async function main([only]: readonly string[]): Promise<void> {
  if (only === "gan") {
    const [worker] = await startGroup(1);
    await printGans(worker!);
    worker!.stop();
    return;
  }
  const cores = navigator.hardwareConcurrency;
  const stock = await startWorker();
  const ours = await startGroup(1);
  await stock.ask({ measure: "training", steps: WARM_STEPS.stock });
  await measureSpeed(ours, WARM_STEPS.ours);
  console.log(
    `Reference network, batch ${BATCH}, ${cores} cores, Deno ${Deno.version.deno}`,
  );
  printHead("training", "images/s", "images per processor second", "to stock");
  const slow = await measureSpeed([stock], STEPS.stock);
  printRow("stock", slow.byClock, slow.byProcessor, 1);
  const report = (name: string, speed: Speed) =>
    printRow(
      name,
      speed.byClock,
      speed.byProcessor,
      speed.byClock / slow.byClock,
    );
  const workers = Math.min(cores, PARTS);
  const group = await startGroup(workers);
  await measureSpeed(group, WARM_STEPS.ours);
  const trainings = [ours];
  while (trainings.length < workers) trainings.push(await startGroup(1));
  await measureApart(trainings, WARM_STEPS.ours);
  // Interleaved, so that a slow minute affects both.
  const one: Speed[] = [];
  const many: Speed[] = [];
  const apart: Speed[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    one.push(await measureSpeed(ours, STEPS.ours));
    many.push(await measureSpeed(group, STEPS.ours));
    apart.push(await measureApart(trainings, STEPS.ours));
  }
  report("ours, 1 worker", medianSpeed(one));
  report(`ours, ${workers} workers sharing each batch`, medianSpeed(many));
  report(`${workers} trainings that share nothing`, medianSpeed(apart));
  const gains = many.map(({ byClock }, i) => byClock / one[i]!.byClock);
  // Total time of all rounds, as in a long training: cores that alternate
  // between fast and slow rounds have no meaningful middle speed.
  const time = (speeds: Speed[]) =>
    speeds.reduce((sum, { byClock }) => sum + 1 / byClock, 0);
  const range = (speeds: Speed[]) => {
    const rates = speeds.map(({ byClock }) => byClock);
    return `${format(Math.min(...rates))} to ${format(Math.max(...rates))}`;
  };
  console.log(
    `\nMedians of ${ROUNDS} rounds in turn. 1 worker: ${range(one)}; ` +
      `${workers}: ${range(many)}. ${workers} to 1: ` +
      `${format(time(one) / time(many))} over all rounds, ` +
      `${format(median(gains))} in the median round. ` +
      `${workers} trainings that share nothing to 1: ` +
      `${format(time(one) / time(apart))} over all rounds, of which sharing ` +
      `gets ${Math.round(100 * time(apart) / time(many))} %`,
  );
  await printProfile("stock", stock, PROFILED.stock);
  await printProfile("ours", ours[0]!, PROFILED.ours);
  await printGans(ours[0]!);
  await printKernels(stock, ours[0]!);
  for (const { stop } of [stock, ...group, ...trainings.flat()]) stop();
}

/** Workers that share every batch and sum their gradients. */
function startGroup(workers: number): Promise<BenchWorker[]> {
  const memory = allocateExchange(workers, PARTS, EXCHANGE_CAPACITY);
  return Promise.all(
    Array.from(
      { length: workers },
      (_, rank) => startWorker({ memory, rank }),
    ),
  );
}

async function printProfile(
  name: string,
  worker: BenchWorker,
  steps: number,
): Promise<void> {
  const { profile = [] } = await worker.ask({ measure: "profile", steps });
  printHead(`kernel (${name})`, "calls a step", "ms a step");
  for (const { kernel, calls, milliseconds } of profile.slice(0, 14)) {
    printRow(kernel, String(calls / steps), milliseconds / steps);
  }
}

async function printGans(worker: BenchWorker): Promise<void> {
  const { gans = [] } = await worker.ask({ measure: "gans", steps: GAN_STEPS });
  printHead("GAN, one worker", "images a step", "ms a step", "images/s");
  for (const { kind, images, milliseconds } of gans) {
    // The mean, because only some steps have a penalty or train both networks.
    const mean = milliseconds.reduce((a, b) => a + b) / milliseconds.length;
    printRow(kind, String(images), mean, images * 1000 / mean);
  }
  for (const { kind, profile } of gans) {
    printHead(`kernel (${kind})`, "calls a step", "ms a step");
    for (const { kernel, calls, milliseconds } of profile.slice(0, 10)) {
      printRow(kernel, calls / GAN_STEPS, milliseconds / GAN_STEPS);
    }
  }
}

async function printKernels(
  stock: BenchWorker,
  ours: BenchWorker,
): Promise<void> {
  const before = await stock.ask({ measure: "kernels", ...CASES.stock });
  const after = await ours.ask({ measure: "kernels", ...CASES.ours });
  printHead("GFLOP/s", "stock", "ours", "multiply-add ceiling", "share");
  after.cases?.forEach(({ name, gigaflops, ceiling = NaN }, i) => {
    const share = `${Math.round(100 * gigaflops / ceiling)} %`;
    const slow = before.cases?.[i]?.gigaflops ?? NaN;
    printRow(name, slow, gigaflops, ceiling, share);
  });
}

if (import.meta.main) await main(Deno.args);
