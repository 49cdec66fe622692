/**
 * Measures the quality of a generator's digits by comparison with real ones,
 * and the same for real digits in their place as a baseline.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";
import { measuredRealDigits } from "../../src/network/streams.ts";
import { type Dataset, subset } from "../data/dataset.ts";
import type { DataParts } from "../data/parts.ts";
import {
  type FeatureMetrics,
  RealDigits,
} from "../evaluate/generated/comparison.ts";
import type { FeatureSet } from "../evaluate/generated/feature_set.ts";
import { FeatureJudge } from "../evaluate/generated/judge_features.ts";
import {
  nearestTrainingRatio,
  pixelSet,
  trainingDistances,
} from "../evaluate/generated/nearest_training.ts";
import type {
  DigitMetrics,
  GeneratorQuality,
  MeasuredDigits,
} from "../models/metrics.ts";
import type { FloatModel } from "../network/fold.ts";
import {
  type ProbeAccuracy,
  type ProbeOptions,
  trainOnGeneratedAccuracy,
  twoSampleAccuracy,
} from "./probes/probe.ts";

/** What {@linkcode measureGenerator} needs. */
export interface QualityOptions {
  /** A recognizer that was trained on real digits alone, in floating point. */
  readonly judge: FloatModel;
  /** Training images, and the validation images of the nearest-image floor. */
  readonly data: Pick<DataParts, "source" | "training" | "validation">;
  /** Test images, which all sets are compared with. */
  readonly reference: Dataset;
  /** Generates digits as they are served, one of each label. */
  readonly served: (labels: Uint8Array) => Dataset;
  /** Generates the same in floating point. */
  readonly float: (labels: Uint8Array) => Promise<Dataset>;
  /**
   * How to train the networks that some measures need; without it, these are
   * left out.
   */
  readonly probes?: ProbeOptions;
  /** Called with what is being measured. */
  readonly say: (line: string) => void;
}

/** Digits whose nearest training image is searched for, at most. */
const NEAREST_IMAGES = 2000;

/** Seed of the choice of training images that replace generated digits. */
const FLOOR_SEED = 1;

/** What a set of digits is compared with. */
interface Beside {
  readonly real: RealDigits;
  readonly judge: FeatureJudge;
  readonly training: FeatureSet;
  readonly nearest: Distances;
}

/** Distances to the nearest training image, and each image's digit. */
interface Distances {
  readonly distances: Float32Array;
  readonly labels: Uint8Array;
}

/**
 * Measures generated digits, as many of each label as the reference has: the
 * metrics of {@linkcode RealDigits}, the ratio of distances to the nearest
 * training image, and, with probes, the two-sample test and the accuracy of
 * training on generated digits.
 *
 * The floor is what training images score in the generated digits' place. The
 * nearest-image ratio's is that of the validation images, since a training
 * image's nearest training image is itself.
 *
 * @throws {RangeError} if a digit has no more than five images in a split.
 */
export async function measureGenerator(
  options: QualityOptions,
): Promise<GeneratorQuality> {
  const { data, reference, say } = options;
  say(`measuring the ${reference.count} real digits`);
  const judge = new FeatureJudge(options.judge);
  const training = pixelSet(data.training);
  const beside: Beside = {
    judge,
    training,
    real: await RealDigits.of(await judge.judge(reference)),
    nearest: await distancesOf(reference, training),
  };
  const measure = async (
    what: string,
    digits: Dataset,
    newest: Dataset = digits,
  ): Promise<MeasuredDigits> => {
    say(`measuring ${what}`);
    return await measured(options, beside, digits, newest);
  };
  const floor = trainingImages(data.training, reference.labels);
  const quality: GeneratorQuality = {
    reference: `${reference.count} test images of ${data.source}`,
    int8: await measure("int8 digits", options.served(reference.labels)),
    float: await measure(
      "floating-point digits",
      await options.float(reference.labels),
    ),
    floor: await measure("training images", floor, data.validation),
  };
  judge.dispose();
  return quality;
}

async function measured(
  { reference, probes }: QualityOptions,
  { real, judge, training, nearest }: Beside,
  digits: Dataset,
  newest: Dataset,
): Promise<MeasuredDigits> {
  const features = await real.compare(await judge.judge(digits));
  const own = await distancesOf(newest, training);
  const twoSample = probes &&
    await twoSampleAccuracy(reference, digits, probes);
  const learnt = probes &&
    await trainOnGeneratedAccuracy(digits, reference, probes);
  const rowOf = (
    metrics: FeatureMetrics,
    ratio: number,
    pick: (accuracy: ProbeAccuracy) => number,
  ): DigitMetrics => ({
    images: metrics.images,
    frechet_distance: metrics.frechetDistance,
    label_agreement: metrics.labelAgreement,
    precision: metrics.precision,
    recall: metrics.recall,
    density: metrics.density,
    coverage: metrics.coverage,
    nearest_neighbour_accuracy: metrics.nearestNeighbourAccuracy,
    nearest_training_ratio: ratio,
    ...(twoSample && { two_sample_accuracy: pick(twoSample) }),
    ...(learnt && { train_on_generated_accuracy: pick(learnt) }),
  });
  return {
    all: rowOf(
      features.all,
      nearestTrainingRatio(own.distances, nearest.distances),
      ({ all }) => all,
    ),
    digits: Array.from({ length: CLASSES }, (_, digit) =>
      rowOf(
        features.digits[digit]!,
        nearestTrainingRatio(ofDigit(own, digit), ofDigit(nearest, digit)),
        ({ digits }) => digits[digit]!,
      )),
  };
}

async function distancesOf(
  digits: Dataset,
  training: FeatureSet,
): Promise<Distances> {
  const step = Math.max(1, Math.floor(digits.count / NEAREST_IMAGES));
  const places = Array.from(
    { length: Math.min(digits.count, NEAREST_IMAGES) },
    (_, i) => i * step,
  );
  const some = subset(digits, places);
  return {
    distances: await trainingDistances(some, training),
    labels: some.labels,
  };
}

function ofDigit({ distances, labels }: Distances, digit: number) {
  return distances.filter((_, i) => labels[i] === digit);
}

/**
 * Training images, drawn at random, as many of each digit as of the labels, or
 * all that there are.
 */
function trainingImages(training: Dataset, labels: Uint8Array): Dataset {
  const order = Uint32Array.from({ length: training.count }, (_, i) => i);
  measuredRealDigits(FLOOR_SEED).shuffle(order);
  const wanted = new Int32Array(CLASSES);
  for (const label of labels) wanted[label]!++;
  const chosen = order.filter((i) => wanted[training.labels[i]!]!-- > 0);
  return subset(training, chosen);
}
