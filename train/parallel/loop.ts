/**
 * The loop that every worker of a run executes, all at the same step.
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

/** Options of {@linkcode trainLoop}. */
export interface LoopOptions {
  /** This worker's end of the exchange. */
  readonly exchange: Exchange;
  /** The main thread's flags; only the first worker reads them. */
  readonly flags: Int32Array;
  /** Where to resume; absent at the start of a run. */
  readonly position?: Position;
  /** Called with every report, only on the first worker. */
  readonly report: (report: WorkerReport) => void;
}

/**
 * Trains from a position to the end, or until the stop flag is set.
 *
 * The first worker reads the flags and broadcasts them through the exchange, so
 * that all workers stop after the same step.
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
    const flagged = exchange.fromFirst(isFirst ? readFlags(flags) : 0);
    stopped = (flagged & STOP_FLAG) !== 0;
    const checkpoint = (flagged & CHECKPOINT_FLAG) !== 0;
    if (isFirst) {
      const named = trainer.lossNames.map((name, i) => [name, losses[i]])
        .filter(([, loss]) => loss !== undefined);
      report({ type: "step", step, losses: Object.fromEntries(named) });
    }
    const atEnd = step === trainer.totalSteps;
    if (step % trainer.evaluateEvery === 0 || atEnd) {
      const measures = await trainer.evaluate(exchange);
      if (isFirst) {
        const samples = await trainer.samples();
        const note = trainer.note?.();
        report({ type: "evaluation", step, measures, samples, note });
      }
    }
    if (isFirst && (checkpoint || stopped || atEnd)) {
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

/** Bits that the first worker broadcasts after a step. */
const STOP_FLAG = 1;
const CHECKPOINT_FLAG = 2;

/** The main thread's flags as bits; the checkpoint flag is reset. */
function readFlags(flags: Int32Array): number {
  return (Atomics.load(flags, STOP) ? STOP_FLAG : 0) |
    (Atomics.exchange(flags, CHECKPOINT, 0) ? CHECKPOINT_FLAG : 0);
}
