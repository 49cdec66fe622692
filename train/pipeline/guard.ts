/**
 * Decides whether a trained model may replace the served one.
 *
 * Every model must be better than chance, and no worse than the served one: on
 * its own data, and on the served one's. A short run, or a small or unusual
 * data set, must do no harm.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";
import { readQuantizedModel } from "../../src/network/quantized.ts";
import type { Dataset } from "../data/dataset.ts";
import type { DataParts } from "../data/parts.ts";
import { labelAgreement } from "../evaluate/agreement.ts";
import {
  FeatureJudge,
  type JudgedSet,
} from "../evaluate/generated/judge_features.ts";
import { manifoldMetrics } from "../evaluate/generated/manifold.ts";
import { neighbourhood } from "../evaluate/generated/neighbours.ts";
import { servedDigits } from "../evaluate/generated/served_digits.ts";
import { countRecognized } from "../evaluate/int8_accuracy.ts";
import { type Finished, readMetrics, readModelFile } from "../models/folder.ts";
import type { GeneratorMetrics, RecognizerMetrics } from "../models/metrics.ts";
import { generatorFrom, recognizerFrom } from "../network/int8_engine.ts";
import { dequantizedModel } from "../quantize/dequantize.ts";
import { referencesOf } from "./references.ts";

/**
 * Margin by which a recognizer must beat always answering the most common
 * digit.
 */
const RECOGNIZER_MARGIN = 0.1;

/** Margin by which a generator's label agreement must beat random digits. */
const GENERATOR_MARGIN = 0.02;

/** Number of generated digits for comparing two generators. */
const COMPARED_DIGITS = 2000;

/** The neighbour that marks how far a real image reaches. */
const NEIGHBOUR = 5;

/**
 * Why a recognizer may not be installed; undefined if it may.
 *
 * @param data What it was trained and validated on.
 * @param models Folder of the served models.
 */
export async function recognizerObjection(
  { bytes, metrics }: Finished<RecognizerMetrics>,
  data: DataParts,
  models: string,
): Promise<string | undefined> {
  const accuracy = metrics.validation_accuracy_int8;
  const chance = commonestShare(data.training.labels);
  if (accuracy < chance + RECOGNIZER_MARGIN) {
    return `it reads ${percent(accuracy)} of the validation images, hardly ` +
      `more than chance (${percent(chance)})`;
  }
  const file = await readModelFile(models, "recognizer");
  if (file === undefined) return undefined;
  const references = await referencesOf(
    data,
    (await readMetrics(models)).recognizer,
  );
  if (references === undefined) return TOO_FEW;
  const [made, served] = [
    await recognizerFrom(bytes),
    await recognizerFrom(file),
  ];
  for (const { name, dataset } of references) {
    const right = countRecognized(made, dataset);
    const before = countRecognized(served, dataset);
    if (right < before) {
      return `it reads ${right} of ${dataset.count} ${name} images, the ` +
        `served one ${before}`;
    }
  }
  return undefined;
}

/**
 * Why a generator may not be installed; undefined if it may.
 *
 * @param data What it was trained on.
 * @param models Folder of the served models; its judge judges.
 */
export async function generatorObjection(
  { bytes, metrics }: Finished<GeneratorMetrics>,
  data: DataParts,
  models: string,
): Promise<string | undefined> {
  const chance = 1 / CLASSES;
  if (metrics.label_agreement < chance + GENERATOR_MARGIN) {
    return `${percent(metrics.label_agreement)} of its digits are read as ` +
      `their label, hardly more than chance (${percent(chance)})`;
  }
  const file = await readModelFile(models, "generator");
  if (file === undefined) return undefined;
  const judge = await readModelFile(models, "judge");
  if (judge === undefined) {
    return `${models} has no judge to compare it with the served one`;
  }
  const references = await referencesOf(
    data,
    (await readMetrics(models)).generator,
  );
  if (references === undefined) return TOO_FEW;
  const [made, served] = [
    await generatorFrom(bytes),
    await generatorFrom(file),
  ];
  const reader = await recognizerFrom(judge);
  const [agreed, before] = [made, served].map((generator) =>
    labelAgreement(reader, generator, COMPARED_DIGITS)
  );
  if (agreed! < before!) {
    return `the served judge reads ${
      percent(agreed!)
    } of its digits as their ` +
      `label, of the served one's ${percent(before!)}`;
  }
  const features = new FeatureJudge(
    dequantizedModel(readQuantizedModel(judge)),
  );
  try {
    for (const { name, dataset } of references) {
      if (dataset.count <= NEIGHBOUR) continue;
      const real = await features.judge(dataset);
      const [covered, before] = [
        await coverage(
          real,
          await features.judge(servedDigits(made, dataset.labels)),
        ),
        await coverage(
          real,
          await features.judge(servedDigits(served, dataset.labels)),
        ),
      ];
      if (covered < before) {
        return `its digits cover ${percent(covered)} of the ${name} images, ` +
          `the served one's ${percent(before)}`;
      }
    }
  } finally {
    features.dispose();
  }
  return undefined;
}

const TOO_FEW =
  "there are too few validation images to compare it with the served one";

/** Share of the real images that a generated one comes close to. */
async function coverage(
  real: JudgedSet,
  generated: JudgedSet,
): Promise<number> {
  const metrics = await manifoldMetrics(
    real,
    generated,
    await neighbourhood(real, NEIGHBOUR),
    await neighbourhood(generated, NEIGHBOUR),
    NEIGHBOUR,
  );
  return metrics.coverage;
}

/** Accuracy of always answering the most common label. */
function commonestShare(labels: Dataset["labels"]): number {
  const counts = new Uint32Array(CLASSES);
  for (const label of labels) counts[label]!++;
  return Math.max(...counts) / labels.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
