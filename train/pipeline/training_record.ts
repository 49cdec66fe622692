/**
 * Records where, when and with what a model was trained.
 *
 * @module
 */

import { cpus } from "node:os";
import * as tf from "@tensorflow/tfjs";
import type { TrainingRecord } from "../models/metrics.ts";

/** What only the run knows; the rest is read from the machine. */
export type RunFacts = Omit<TrainingRecord, "date" | "processor" | "versions">;

/** Completes a record with today's date, the processor and the versions. */
export function trainingRecord(facts: RunFacts): TrainingRecord {
  const [processor] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    ...facts,
    processor: processor
      ? `${cpus().length} x ${processor.model.trim()}`
      : "an unknown processor",
    versions: {
      deno: Deno.version.deno,
      v8: Deno.version.v8,
      "tensorflow.js": tf.version_core,
    },
  };
}
