/**
 * Measures what each part of a recognizer's training is worth by training
 * without it.
 *
 * @module
 */

import type { BackendName } from "../../backend/mod.ts";
import type { RecognizerConfig } from "../../config.ts";
import type { Dataset } from "../../data/dataset.ts";
import type { DataParts } from "../../data/parts.ts";
import { countRecognized } from "../../evaluate/int8_accuracy.ts";
import { measureRejection } from "../../evaluate/rejection/measure.ts";
import { foldBatchNorm } from "../../network/fold.ts";
import { engineModule, recognizerFrom } from "../../network/int8_engine.ts";
import { dequantizedModel } from "../../quantize/dequantize.ts";
import { readQuantizedModel } from "../../../src/network/quantized.ts";
import { CLASSES, RECOGNIZER_OUTPUTS } from "../../../src/network/numbers.ts";
import { runTraining } from "../../parallel/run.ts";
import { withMadeImages } from "../../recognizer/made_images.ts";
import { recognizerNetwork } from "../../recognizer/network.ts";
import { exportRecognizer } from "../export_recognizer.ts";
import {
  exchangeSize,
  type RecognizerTask,
  withSharedImages,
} from "../task.ts";

/**
 * Parts of the training by name, with the configuration change that removes
 * each.
 */
export const PARTS: ReadonlyMap<string, Partial<RecognizerConfig>> = new Map([
  ["augmentation", { augmentedShare: 0 }],
  ["generated digits", { generatedShare: 0 }],
  ["drawn digits", { drawnShare: 0 }],
  ["digits of fonts", { fontShare: 0 }],
  ["photographed digits", { sentShare: 0 }],
  ["pictures of no digit", { negativeShare: 0 }],
  ["harm", { roughShare: 0 }],
  ["label smoothing", { labelSmoothing: 0 }],
]);

/** Digits to compare configurations on. */
export interface NamedSet {
  /** Its name in the table. */
  readonly name: string;
  /** The digits, which are not trained on. */
  readonly dataset: Dataset;
}

/** What a run of {@linkcode ablate} needs. */
export interface AblationOptions {
  /** The configuration with all parts. */
  readonly config: RecognizerConfig;
  /** Names every random choice. */
  readonly seed: number;
  /** The training split is trained on; the validation split fits the confidence. */
  readonly data: DataParts;
  /** What to count errors on. */
  readonly sets: readonly NamedSet[];
  /** A generator's file. */
  readonly generator: Uint8Array;
  /** What to compute on. */
  readonly backend: BackendName;
  /** Workers that share each batch. */
  readonly workers: number;
}

/** A recognizer's results. */
export interface AblationResult {
  /** Digits read wrong, by set. */
  readonly wrong: readonly number[];
  /** Mean AUROC over the kinds kept out of training. */
  readonly auroc: number;
  /** Mean share of their pictures that is rejected. */
  readonly rejected: number;
}

/** Pictures of each kind that should be rejected. */
const PICTURES = 100;

/** Longer than any training, in seconds. */
const NEVER = 1e6;

/**
 * Trains a recognizer and measures it in int8.
 *
 * @param changes Changes to the configuration with all parts.
 */
export async function ablate(
  options: AblationOptions,
  changes: Partial<RecognizerConfig>,
): Promise<AblationResult> {
  const { seed, data, sets, generator } = options;
  const config = { ...options.config, ...changes };
  const network = recognizerNetwork(
    config.negativeShare > 0 ? RECOGNIZER_OUTPUTS : CLASSES,
  );
  const task: RecognizerTask = {
    kind: "recognizer",
    network,
    config,
    training: await withMadeImages(data.training, config, seed),
    validation: data.validation,
    generator: dequantizedModel(readQuantizedModel(generator)),
  };
  const { result } = await runTraining(withSharedImages(task), {
    worker: new URL("../task_worker.ts", import.meta.url),
    exchange: exchangeSize(task),
    seed,
    backend: options.backend,
    workers: options.workers,
    checkpointSeconds: NEVER,
    onReport: () => {},
  });
  const { bytes } = await exportRecognizer(
    foldBatchNorm(network, result),
    data.training,
    data.validation,
    sets.map(({ dataset }) => dataset),
    await engineModule(),
    new Map(),
  );
  const recognizer = await recognizerFrom(bytes);
  const { kinds } = await measureRejection(
    recognizer,
    data.validation,
    PICTURES,
  );
  const heldOut = kinds.filter(({ group }) => group === "held out");
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    wrong: sets.map(({ dataset }) =>
      dataset.count - countRecognized(recognizer, dataset)
    ),
    auroc: mean(heldOut.map(({ auroc }) => auroc)),
    rejected: mean(heldOut.map(({ rejected }) => rejected)),
  };
}

/** A row of the table, in Markdown. */
export function ablationRow(
  name: string,
  { wrong, auroc, rejected }: AblationResult,
): string {
  const share = `${(100 * rejected).toFixed(1)} %`;
  return `| ${[name, ...wrong, auroc.toFixed(4), share].join(" | ")} |`;
}

/** The table's header. */
export function ablationHead(sets: readonly NamedSet[]): string[] {
  const columns = sets.map(({ name, dataset }) =>
    `${name}, wrong of ${dataset.count.toLocaleString("en")}`
  );
  return [
    `| trained | ${columns.join(" | ")} | AUROC, kinds kept out | rejected |`,
    `| --- |${" ---: |".repeat(columns.length + 2)}`,
  ];
}
