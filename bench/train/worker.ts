/**
 * A worker of the training benchmark: starts one backend and takes
 * measurements.
 *
 * @module
 */

import { cpuUsage } from "node:process";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../../train/backend/mod.ts";
import {
  openDevice,
  type WasmBackend,
  withScratch,
} from "../../train/backend/wasm.ts";
import { standardConfig } from "../../train/config.ts";
import { Exchange } from "../../train/parallel/exchange.ts";
import { measureGans } from "./gan_step.ts";
import { kernelCases } from "./kernel_cases.ts";
import { profileKernels } from "./profile.ts";
import type {
  BenchAnswer,
  BenchRequest,
  CaseTime,
  Contender,
} from "./protocol.ts";
import {
  BATCH,
  ourTraining,
  referenceNetwork,
  type ReferenceTraining,
  stockTraining,
} from "./reference_network.ts";
import { initStockBackend } from "./stock.ts";

/** Images in the kernel cases: what a worker computes at a time. */
const CASE_IMAGES = standardConfig.recognizer.microbatchSize;

/** Rounds per call that measures the ceiling: a fiftieth of a millisecond. */
const CEILING_ROUNDS = 8_000;

/** Such calls before each kernel call, which is much longer. */
const CEILING_RUNS = 5;

/** Operations per round: twelve multiply-adds of four lanes. */
const CEILING_OPERATIONS = 96;

/** Bytes of its operands and sums. */
const CEILING_BYTES = 224;

/**
 * A worker's global scope, which Deno's types define only in the DOM library.
 */
interface WorkerScope {
  onmessage: (event: MessageEvent<BenchRequest>) => void;
  postMessage(answer: BenchAnswer): void;
}

function listen(scope: WorkerScope): void {
  let training: ReferenceTraining | undefined;
  const answer = async (request: BenchRequest): Promise<BenchAnswer> => {
    if (request.measure === "start") {
      training = await startTraining(request.contender);
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
          profile: await profileKernels(() => {
            for (let i = 0; i < request.steps; i++) step();
          }),
        };
      case "gans":
        return { gans: await measureGans(request.steps) };
      case "kernels":
        return {
          cases: request.rounds === undefined
            ? measureStockKernels(request.seconds)
            : await measureKernels(request.seconds, request.rounds),
        };
    }
  };
  scope.onmessage = async ({ data }) => scope.postMessage(await answer(data));
}

async function startTraining(contender: Contender): Promise<ReferenceTraining> {
  if (typeof contender === "object") {
    await initBackend("wasm");
    return ourTraining(new Exchange(contender.memory, contender.rank));
  }
  await initStockBackend();
  if (contender === "stock") return stockTraining();
  const { jaxTraining } = await import("./jax.ts");
  return jaxTraining(referenceNetwork(BATCH));
}

function measureTraining(step: () => number, count: number): BenchAnswer {
  const losses: number[] = [];
  const before = cpuUsage();
  const steps = Array.from(
    { length: count },
    () => milliseconds(() => losses.push(step())),
  );
  const { user, system } = cpuUsage(before);
  return { steps, losses, processorTime: (user + system) / 1000 };
}

/**
 * Each kernel alternates with the ceiling over several rounds: a virtual core's
 * speed varies from second to second, and it may be slow for longer than one
 * kernel is measured. The shortest time of each counts.
 */
async function measureKernels(
  seconds: number,
  rounds: number,
): Promise<CaseTime[]> {
  const cases = kernelCases(CASE_IMAGES);
  const shortest = cases.map(() => ({ kernel: Infinity, ceiling: Infinity }));
  const device = await openDevice(tf.backend() as unknown as WasmBackend);
  withScratch(device, CEILING_BYTES, (at) => {
    device.kernels.clear(at, CEILING_BYTES);
    const ceiling = () => device.kernels.multiplyAdds(at, CEILING_ROUNDS);
    for (let round = 0; round < rounds; round++) {
      for (const [i, { prepare }] of cases.entries()) {
        const times = shortest[i]!;
        tf.tidy(() => {
          const run = prepare();
          const until = performance.now() + 1000 * seconds;
          while (performance.now() < until) {
            for (let i = 0; i < CEILING_RUNS; i++) {
              times.ceiling = Math.min(times.ceiling, milliseconds(ceiling));
            }
            const kernel = milliseconds(() => run().dispose());
            times.kernel = Math.min(times.kernel, kernel);
          }
        });
      }
    }
  });
  return cases.map(({ name, operations }, i) => {
    const { kernel, ceiling } = shortest[i]!;
    return {
      name,
      gigaflops: operations / kernel / 1e6,
      ceiling: CEILING_ROUNDS * CEILING_OPERATIONS / ceiling / 1e6,
    };
  });
}

/** GFLOP/s of the published kernels: the shortest of some runs. */
function measureStockKernels(seconds: number): CaseTime[] {
  return kernelCases(CASE_IMAGES).map(({ name, operations, prepare }) =>
    tf.tidy(() => {
      const run = prepare();
      const until = performance.now() + 1000 * seconds;
      let shortest = Infinity;
      for (let i = 0; i < 3 || performance.now() < until; i++) {
        shortest = Math.min(shortest, milliseconds(() => run().dispose()));
      }
      return { name, gigaflops: operations / shortest / 1e6 };
    })
  );
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

listen(self as unknown as WorkerScope);
