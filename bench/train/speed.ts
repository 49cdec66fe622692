/**
 * Training speed of the reference network.
 *
 * @module
 */

import { BATCH, PARTS } from "./reference_network.ts";
import { format, median, printHead, printProfile, printRow } from "./table.ts";
import { type BenchWorker, startGroup, startWorker } from "./workers.ts";

/** Images per second, by wall clock and by processor time of one worker. */
interface Speed {
  readonly byClock: number;
  readonly byProcessor: number;
}

/**
 * Steps to measure: many with Inkling's kernels, few of its peers' steps of
 * seconds.
 */
const STEPS = { peer: 3, ours: 4 };

/** Warm-up steps: V8 recompiles code that runs often. */
const WARM_STEPS = { peer: 1, ours: 20 };

/** How often one worker and many are measured, interleaved. */
const ROUNDS = 21;

/** Steps profiled. */
const PROFILED = { stock: 1, ours: 5 };

/** Most that losses of the same batch may differ. */
const TOLERANCE = 1e-4;

/**
 * Prints the speed of TensorFlow.js as published and of jax-js, which must have
 * the same losses, of one worker with Inkling's kernels and of many; then the
 * profiles.
 */
export async function printTraining(): Promise<void> {
  const cores = navigator.hardwareConcurrency;
  const stock = await startWorker("stock");
  const jax = await startWorker("jax-js");
  const ours = await startGroup(1);
  await warmPeers(stock, jax);
  await measureSpeed(ours, WARM_STEPS.ours);
  console.log(
    `Reference network, batch ${BATCH}, ${cores} cores, Deno ${Deno.version.deno}`,
  );
  printHead("training", "images/s", "images per processor second", "to stock");
  const slow = await measureSpeed([stock], STEPS.peer);
  const report = (name: string, { byClock, byProcessor }: Speed) =>
    printRow(name, byClock, byProcessor, byClock / slow.byClock);
  report("stock", slow);
  report("jax-js", await measureSpeed([jax], STEPS.peer));
  jax.stop();
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
  for (
    const [name, worker, steps] of [
      ["stock", stock, PROFILED.stock],
      ["ours", ours[0]!, PROFILED.ours],
    ] as const
  ) {
    const { profile } = await worker.ask({ measure: "profile", steps });
    printProfile(name, profile!, steps);
  }
  for (const { stop } of [stock, ...group, ...trainings.flat()]) stop();
}

/**
 * Warms both peers up.
 *
 * @throws {RangeError} if they do not have the same losses.
 */
async function warmPeers(stock: BenchWorker, jax: BenchWorker): Promise<void> {
  const request = { measure: "training", steps: WARM_STEPS.peer } as const;
  const { losses: expected = [] } = await stock.ask(request);
  const { losses: found = [] } = await jax.ask(request);
  for (const [i, loss] of expected.entries()) {
    if (!(Math.abs(found[i]! - loss) <= TOLERANCE)) {
      throw new RangeError(
        `jax-js has the loss ${found[i]} at step ${i}, expected ${loss}`,
      );
    }
  }
}

/**
 * Speed of a group whose workers are all at the same step, by its median step.
 */
async function measureSpeed(
  workers: readonly BenchWorker[],
  steps: number,
): Promise<Speed> {
  const answers = await Promise.all(
    workers.map(({ ask }) => ask({ measure: "training", steps })),
  );
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
