/**
 * The training benchmark, in three parts: the reference network on
 * TensorFlow.js's WASM backend as published, in jax-js, with Inkling's kernels,
 * and with them in several workers, with the time per kernel; a step of each
 * GAN, with the time per kernel; and each kernel against the machine's ceiling.
 * Prints Markdown.
 *
 * Run by `deno task bench:train [training] [gan] [kernels]`: all parts, or the
 * named ones.
 *
 * @module
 */

import { printTraining } from "./speed.ts";
import { printHead, printProfile, printRow } from "./table.ts";
import { startGroup, startWorker } from "./workers.ts";

/** The parts, in the order in which they run. */
const PARTS = {
  training: printTraining,
  gan: printGans,
  kernels: printKernels,
} as const;

/** Steps of each GAN that are timed, and profiled. */
const GAN_STEPS = 16;

/** Seconds for each kernel case in a round, and rounds. */
const CASES = {
  stock: { seconds: 0.2 },
  ours: { seconds: 0.2, rounds: 10 },
};

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) {
    const known = Object.keys(PARTS).join(", ");
    console.error(`no benchmark "${unknown}", expected ${known}`);
    Deno.exit(2);
  }
  for (const [name, print] of Object.entries(PARTS)) {
    if (names.length === 0 || names.includes(name)) await print();
  }
}

async function printGans(): Promise<void> {
  const worker = (await startGroup(1))[0]!;
  const { gans = [] } = await worker.ask({ measure: "gans", steps: GAN_STEPS });
  worker.stop();
  printHead("GAN, one worker", "images a step", "ms a step", "images/s");
  for (const { kind, images, milliseconds } of gans) {
    // The mean, because only some steps have a penalty or train both networks.
    const mean = milliseconds.reduce((a, b) => a + b) / milliseconds.length;
    printRow(kind, String(images), mean, images * 1000 / mean);
  }
  for (const { kind, profile } of gans) printProfile(kind, profile, GAN_STEPS);
}

async function printKernels(): Promise<void> {
  const stock = await startWorker("stock");
  const ours = (await startGroup(1))[0]!;
  const before = await stock.ask({ measure: "kernels", ...CASES.stock });
  const after = await ours.ask({ measure: "kernels", ...CASES.ours });
  for (const { stop } of [stock, ours]) stop();
  printHead("GFLOP/s", "stock", "ours", "multiply-add ceiling", "share");
  after.cases?.forEach(({ name, gigaflops, ceiling = NaN }, i) => {
    const share = `${Math.round(100 * gigaflops / ceiling)} %`;
    const slow = before.cases?.[i]?.gigaflops ?? NaN;
    printRow(name, slow, gigaflops, ceiling, share);
  });
}

if (import.meta.main) await main(Deno.args);
