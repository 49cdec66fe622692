/**
 * The loop that every worker of a run is in, all at the same step.
 *
 * @module
 */

import type { Exchange } from "./exchange.ts";
import {
  CHECKPOINT,
  type Position,
  STOP,
  type WorkerReport,
} from "./protocol.ts";
import type { Trainer } from "./trainer.ts";

/** What {@linkcode trainLoop} takes besides the trainer. */
export interface LoopOptions {
  /** This worker's end of the exchange. */
  readonly exchange: Exchange;
  /** The main thread's flags; only the first worker looks at them. */
  readonly flags: Int32Array;
  /** Where to go on from; absent at a run's start. */
  readonly position?: Position;
  /** Is told what happens; only called on the first worker. */
  readonly report: (report: WorkerReport) => void;
}

/**
 * Trains from a position to the end, or until the stop flag is seen.
 *
 * The first worker reads the flags and tells the others through the exchange,
 * so that all stop after the same step.
 */
export async function trainLoop(
  trainer: Trainer,
  { exchange, flags, position, report }: LoopOptions,
): Promise<void> {
  const isFirst = exchange.rank === 0;
  if (position) trainer.restore(position.state);
  let step = position?.step ?? 0;
  if (isFirst) report({ type: "ready", totalSteps: trainer.totalSteps });
  let stopped = false;
  while (step < trainer.totalSteps && !stopped) {
    const losses = await trainer.step(step, exchange);
    step++;
    const shared = shareStep(losses, exchange, flags);
    stopped = shared.stop;
    if (isFirst) {
      const named = trainer.lossNames.map((name, i) =>
        [name, shared.losses[i]!] as const
      );
      report({ type: "step", step, losses: Object.fromEntries(named) });
    }
    const atEnd = step === trainer.totalSteps;
    if (step % trainer.evaluateEvery === 0 || atEnd) {
      const measures = await trainer.evaluate(exchange);
      if (isFirst) {
        const samples = await trainer.samples();
        report({ type: "evaluation", step, measures, samples });
      }
    }
    if (isFirst && (shared.checkpoint || stopped || atEnd)) {
      const state = await trainer.state();
      report({ type: "checkpoint", position: { step, state } });
    }
  }
  if (isFirst) {
    report({
      type: "end",
      finished: step === trainer.totalSteps,
      result: await trainer.result(),
    });
  }
}

/** Agrees on this step's losses (their mean over the workers) and flags. */
function shareStep(
  losses: readonly number[],
  exchange: Exchange,
  flags: Int32Array,
): { stop: boolean; checkpoint: boolean; losses: number[] } {
  const total = new Float32Array(losses.length + 2);
  const out = exchange.outgoing(total.length);
  out.set(losses);
  const isFirst = exchange.rank === 0;
  out[losses.length] = isFirst ? Atomics.load(flags, STOP) : 0;
  out[losses.length + 1] = isFirst ? Atomics.exchange(flags, CHECKPOINT, 0) : 0;
  exchange.sum(total);
  return {
    stop: total[losses.length]! > 0,
    checkpoint: total[losses.length + 1]! > 0,
    losses: losses.map((_, i) => total[i]! / exchange.workers),
  };
}
