/**
 * A worker of the training benchmark: it starts one backend and measures what
 * it is asked to.
 *
 * @module
 */

import { cpuUsage } from "node:process";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../backend/mod.ts";
import { openDevice, type WasmBackend, withScratch } from "../backend/wasm.ts";
import { standardConfig } from "../config.ts";
import { Exchange } from "../parallel/exchange.ts";
import { kernelCases } from "./kernel_cases.ts";
import { profileKernels } from "./profile.ts";
import type { BenchAnswer, BenchRequest } from "./protocol.ts";
import {
  ourTraining,
  type ReferenceTraining,
  stockTraining,
} from "./reference_network.ts";
import { initStockBackend } from "./stock.ts";

/** Images of the kernel cases: what a worker computes at a time. */
const CASE_IMAGES = standardConfig.recognizer.microbatchSize;

/** Rounds of one call that measures the ceiling: about a tenth of a millisecond. */
const CEILING_ROUNDS = 40_000;

/** Seconds that the ceiling is measured for, in each round. */
const CEILING_SECONDS = 0.5;

/** A worker's own scope, which Deno's types leave to the DOM's. */
interface WorkerScope {
  onmessage: (event: MessageEvent<BenchRequest>) => void;
  postMessage(answer: BenchAnswer): void;
}

function listen(scope: WorkerScope): void {
  let training: ReferenceTraining | undefined;
  const answer = async (request: BenchRequest): Promise<BenchAnswer> => {
    if (request.measure === "start") {
      await (request.group ? initBackend("wasm") : initStockBackend());
      const { group } = request;
      training = group
        ? ourTraining(new Exchange(group.memory, group.rank))
        : stockTraining();
      return {};
    }
    if (training === undefined) {
      throw new TypeError("the worker is not started");
    }
    const step = training.step;
    switch (request.measure) {
      case "training":
        return measureTraining(step, request.steps);
      case "profile":
        return {
          profile: profileKernels(() => {
            for (let i = 0; i < request.steps; i++) step();
          }),
        };
      case "kernels":
        return await measureKernels(request.seconds, request.rounds);
    }
  };
  scope.onmessage = async ({ data }) => scope.postMessage(await answer(data));
}

function measureTraining(step: () => number, count: number): BenchAnswer {
  const before = cpuUsage();
  const steps = Array.from({ length: count }, () => milliseconds(step));
  const { user, system } = cpuUsage(before);
  return { steps, processorTime: (user + system) / 1000 };
}

/**
 * The best of each kernel and of the ceiling over some rounds: a virtual core
 * may be slow for seconds, longer than one kernel is measured.
 */
async function measureKernels(
  seconds: number,
  rounds: number,
): Promise<BenchAnswer> {
  const cases = kernelCases(CASE_IMAGES);
  const best = new Array<number>(cases.length).fill(0);
  let ceiling = 0;
  for (let round = 0; round < rounds; round++) {
    ceiling = Math.max(ceiling, await measureCeiling());
    for (const [i, { operations, prepare }] of cases.entries()) {
      best[i] = Math.max(best[i]!, measureCase(operations, prepare, seconds));
    }
  }
  return {
    ceiling,
    cases: cases.map(({ name }, i) => ({ name, gigaflops: best[i]! })),
  };
}

/** GFLOP/s of the shortest of many short runs: the one that was disturbed least. */
function measureCase(
  operations: number,
  prepare: () => () => tf.Tensor,
  seconds: number,
): number {
  return tf.tidy(() => {
    const run = prepare();
    const shortest = shortestTime(() => run().dispose(), seconds);
    return operations / shortest / 1e6;
  });
}

async function measureCeiling(): Promise<number> {
  const backend = tf.backend() as unknown as WasmBackend;
  const device = await openDevice(backend);
  const shortest = withScratch(device, 224, (at) => {
    device.kernels.clear(at, 224);
    const run = () => device.kernels.multiplyAdds(at, CEILING_ROUNDS);
    return shortestTime(run, CEILING_SECONDS);
  });
  return CEILING_ROUNDS * 96 / shortest / 1e6;
}

function shortestTime(run: () => void, seconds: number): number {
  const end = performance.now() + 1000 * seconds;
  let shortest = Infinity;
  for (let i = 0; i < 5 || performance.now() < end; i++) {
    shortest = Math.min(shortest, processorMilliseconds(run));
  }
  return shortest;
}

/** Processor time of the process: what else runs in the machine counts less. */
function processorMilliseconds(run: () => unknown): number {
  const before = cpuUsage();
  run();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

listen(self as unknown as WorkerScope);
