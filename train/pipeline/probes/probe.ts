/**
 * Measures that require training a network.
 *
 * @module
 */

import { CLASSES } from "../../../src/network/numbers.ts";
import { heldOutFromProbe } from "../../../src/network/streams.ts";
import type { BackendName } from "../../backend/mod.ts";
import { type Dataset, subset } from "../../data/dataset.ts";
import { argMax, datasetLogits } from "../../evaluate/accuracy.ts";
import { foldBatchNorm } from "../../network/fold.ts";
import { FloatNetwork } from "../../network/inference.ts";
import { runTraining } from "../../parallel/run.ts";
import { exchangeSize, type Task, withSharedImages } from "../task.ts";
import { probeConfig, probeNetwork } from "./network.ts";

/** How to train a probe. */
export interface ProbeOptions {
  /** Names every random choice of the training. */
  readonly seed: number;
  /** What to compute on. */
  readonly backend: BackendName;
  /** Workers that share each batch. */
  readonly workers: number;
}

/** Share of right answers, from 0 to 1, over all digits and by digit. */
export interface ProbeAccuracy {
  /** Over all images. */
  readonly all: number;
  /** By the digit of the image, 0 to 9. */
  readonly digits: readonly number[];
}

/** Share of both sets that the two-sample network does not see in training. */
const HELD_OUT_SHARE = 0.2;

/** One image for each part of a batch. */
const FEW = Array.from(
  { length: probeConfig.batchSize / probeConfig.microbatchSize },
  (_, i) => i,
);

/** Images that are read at a time. */
const BATCH = 100;

/**
 * Classifier two-sample test (Lopez-Paz and Oquab 2017, arXiv 1610.06545):
 * trains a network to tell two sets apart on four fifths of each, and reports
 * how often it is right on the rest. 0.5 means that it cannot.
 */
export async function twoSampleAccuracy(
  real: Dataset,
  generated: Dataset,
  options: ProbeOptions,
): Promise<ProbeAccuracy> {
  const [realTraining, realRest] = heldOut(real, options.seed, 0);
  const [generatedTraining, generatedRest] = heldOut(
    generated,
    options.seed,
    1,
  );
  const rest = joined(realRest, generatedRest);
  const digits = [...realRest.labels, ...generatedRest.labels];
  const answers = await answersOf(
    joined(realTraining, generatedTraining),
    rest,
    options,
  );
  return accuracy(answers, rest.labels, digits);
}

/**
 * Train on generated digits, test on real ones (Esteban et al. 2017, arXiv
 * 1706.02633): how often a network that never saw a real digit reads one right.
 *
 * @param generated The digits to train on.
 * @param real The digits to read.
 */
export async function trainOnGeneratedAccuracy(
  generated: Dataset,
  real: Dataset,
  options: ProbeOptions,
): Promise<ProbeAccuracy> {
  const answers = await answersOf(generated, real, options);
  return accuracy(answers, real.labels, [...real.labels]);
}

/** Trains a probe on one set and returns its answers to another's images. */
async function answersOf(
  training: Dataset,
  asked: Dataset,
  { seed, backend, workers }: ProbeOptions,
): Promise<Uint8Array> {
  const network = probeNetwork();
  const task: Task = {
    kind: "recognizer",
    network,
    config: probeConfig,
    training,
    // A run evaluates itself each epoch; here that has no influence on the
    // result.
    validation: subset(asked, FEW),
  };
  const { result } = await runTraining(withSharedImages(task), {
    worker: new URL("../task_worker.ts", import.meta.url),
    exchange: exchangeSize(task),
    seed,
    backend,
    workers,
    checkpointSeconds: NEVER,
    onReport: () => {},
  });
  const trained = new FloatNetwork(foldBatchNorm(network, result));
  const answers = new Uint8Array(asked.count);
  for (let from = 0; from < asked.count; from += BATCH) {
    const to = Math.min(asked.count, from + BATCH);
    const logits = await datasetLogits(trained, asked, from, to);
    for (let i = from; i < to; i++) {
      const at = (i - from) * CLASSES;
      answers[i] = argMax(logits.subarray(at, at + CLASSES));
    }
  }
  trained.dispose();
  return answers;
}

/** Longer than any training, in seconds. */
const NEVER = 1e6;

function heldOut(
  set: Dataset,
  seed: number,
  place: number,
): [Dataset, Dataset] {
  const order = Uint32Array.from({ length: set.count }, (_, i) => i);
  heldOutFromProbe(seed, place).shuffle(order);
  const rest = Math.round(set.count * HELD_OUT_SHARE);
  return [subset(set, order.slice(rest)), subset(set, order.slice(0, rest))];
}

/** Both sets' images, labelled 0 for the first and 1 for the second. */
function joined(first: Dataset, second: Dataset): Dataset {
  const images = new Uint8Array(first.images.length + second.images.length);
  images.set(first.images);
  images.set(second.images, first.images.length);
  const count = first.count + second.count;
  const labels = new Uint8Array(count).fill(1, first.count);
  return { images, labels, count };
}

function accuracy(
  answers: Uint8Array,
  expected: Uint8Array,
  digits: readonly number[],
): ProbeAccuracy {
  const share = (chosen: (i: number) => boolean): number => {
    const places = digits.map((_, i) => i).filter(chosen);
    return places.filter((i) => answers[i] === expected[i]).length /
      places.length;
  };
  return {
    all: share(() => true),
    digits: Array.from(
      { length: CLASSES },
      (_, digit) => share((i) => digits[i] === digit),
    ),
  };
}
