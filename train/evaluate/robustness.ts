/**
 * Measures a folder's recognizer on damaged digits and on pictures without a
 * digit, and records the results.
 *
 * @module
 */

import { subset } from "../data/dataset.ts";
import { loadFolderParts, loadMnistParts } from "../data/parts.ts";
import { installModels, readMetrics, requireModel } from "../models/folder.ts";
import type { DamageMetrics, RobustnessMetrics } from "../models/metrics.ts";
import { damageTable, rejectionTable } from "../models/robustness_section.ts";
import { recognizerFrom } from "../network/int8_engine.ts";
import { measureDamage } from "./damage/suite.ts";
import { measureRejection } from "./rejection/measure.ts";

/** What to measure, and on what. */
export interface RobustnessOptions {
  /** Folder of the models. */
  readonly models: string;
  /** Folder of your own data; by default MNIST. */
  readonly data?: string;
  /** Read damaged digits. */
  readonly damage?: boolean;
  /** Read pictures of no digit and of several. */
  readonly rejection?: boolean;
  /** Validation images for choices, or test images for reports. */
  readonly split: "validation" | "test";
  /** Only the split's first images. */
  readonly images?: number;
  /** Write the figures to `metrics.json` and the model card. */
  readonly save?: boolean;
}

/**
 * Measures a folder's recognizer.
 *
 * @returns Lines to print.
 * @throws {Deno.errors.NotFound} if the model file is missing.
 * @throws {TypeError} if the figures are to be saved and `metrics.json` lacks the recognizer.
 */
export async function evaluateRobustness(
  { models, data, damage, rejection, split, images, save }: RobustnessOptions,
): Promise<string[]> {
  const parts = await (data ? loadFolderParts(data) : loadMnistParts());
  const count = Math.min(images ?? Infinity, parts[split].count);
  const digits = subset(
    parts[split],
    Array.from({ length: count }, (_, i) => i),
  );
  const bytes = await requireModel(models, "recognizer");
  const recognizer = await recognizerFrom(bytes);
  const measured: RobustnessMetrics = {
    ...(damage
      ? { damage: await collect(measureDamage(recognizer, digits)) }
      : {}),
    ...(rejection
      ? { rejection: await measureRejection(recognizer, digits) }
      : {}),
  };
  if (save) {
    const { recognizer: metrics } = await readMetrics(models);
    if (!metrics) throw new TypeError(`${models} has no recognizer's metrics`);
    await installModels(models, {
      recognizer: { bytes, metrics: { ...metrics, ...measured } },
    });
  }
  return [
    `${recognizer.info.name}, ${count} ${split} images of ${parts.source}`,
    ...(measured.damage ? damageTable(measured.damage) : []),
    ...(measured.rejection ? rejectionTable(measured.rejection) : []),
  ];
}

/** Collects all results, and prints each as it arrives. */
async function collect(
  results: AsyncIterable<DamageMetrics>,
): Promise<DamageMetrics[]> {
  const all: DamageMetrics[] = [];
  for await (const result of results) {
    const { name, accuracy } = result;
    console.error(`${name}: ${(100 * accuracy).toFixed(2)} %`);
    all.push(result);
  }
  return all;
}
