/**
 * Every random stream of serving and training, each under its own name.
 *
 * A stream depends only on integers: the seed, a purpose (what the numbers are
 * for), the step of a run and the place in a batch. They always come in this
 * order, and those that do not apply are left out. So nothing needs to be
 * replayed to resume a run or to generate the thousandth image. A new stream
 * needs a purpose that no other has.
 *
 * The last eleven have their purpose at another position, or none. Their keys
 * must not change: served seeds, published splits and the shipped models depend
 * on them.
 *
 * @module
 */

import { Random } from "./random.ts";

/** First values of the GAN generator's weights; `place` is the parameter's. */
export function generatorWeights(seed: number, place: number): Random {
  return new Random(seed, 0x6e01, place);
}

/** First values of the discriminator's weights; `place` is the parameter's. */
export function discriminatorWeights(seed: number, place: number): Random {
  return new Random(seed, 0x6e02, place);
}

/** The latent of a digit that the discriminator learns from. */
export function discriminatorLatent(
  seed: number,
  step: number,
  place: number,
): Random {
  return new Random(seed, 0x6e03, step, place);
}

/** The latent of a digit that the generator learns from. */
export function generatorLatent(
  seed: number,
  step: number,
  place: number,
): Random {
  return new Random(seed, 0x6e04, step, place);
}

/**
 * The point between a real and a generated image at which a penalty is
 * computed.
 */
export function penaltyShare(
  seed: number,
  step: number,
  place: number,
): Random {
  return new Random(seed, 0x6e07, step, place);
}

/** The latent of a digit in a run's pictures, the same at every step. */
export function pictureLatent(seed: number, place: number): Random {
  return new Random(seed, 0x6e05, 0, place);
}

/** Which training images of a digit (`place`) are labelled in a study. */
export function studiedImages(seed: number, place: number): Random {
  return new Random(seed, 0x57d1, place);
}

/** The order of the pictures in a report's quiz. */
export function quizOrder(seed: number): Random {
  return new Random(seed, 0x6e08);
}

/** The latent of a digit that a GAN in training is measured on. */
export function checkupLatent(seed: number, place: number): Random {
  return new Random(seed, 0x6e06, place);
}

/** First values of a recognizer's weights; `place` is the parameter's. */
export function recognizerWeights(seed: number, place: number): Random {
  return new Random(seed, 0x4e01, place);
}

/** A row of digits on which reading numbers is measured. */
export function composedRow(seed: number, place: number): Random {
  return new Random(seed, 0x70f5, 0, place);
}

/** How an image of a recognizer's batch is augmented. */
export function augmentation(
  seed: number,
  step: number,
  place: number,
): Random {
  return new Random(seed, 0x4e02, step, place);
}

/** The latent of a generated digit in a recognizer's batch. */
export function trainingDigitLatent(
  seed: number,
  step: number,
  place: number,
): Random {
  return new Random(seed, 0x4e03, step, place);
}

/**
 * How a kind of damage changes an image, to measure a recognizer's robustness.
 */
export function damageOf(seed: number, kind: number, place: number): Random {
  return new Random(seed, 0x4e05, kind, place);
}

/** Which training image is "photographed", and how. */
export function sentDigit(seed: number, place: number): Random {
  return new Random(seed, 0x4e06, place);
}

/** Which kind of picture without a digit is at a place of the training set. */
export function negativeKind(seed: number, place: number): Random {
  return new Random(0x0e9a, seed, place);
}

/** What that picture looks like. */
export function negativePicture(seed: number, place: number): Random {
  return new Random(0x0e9a, seed, place, 1);
}

/** The picture without a digit at a place among those of one kind. */
export function negativeOfKind(seed: number, place: number): Random {
  return new Random(0x0e9b, seed, place);
}

/** The font and the pen of a digit at a place. */
export function fontHand(seed: number, place: number): Random {
  return new Random(0xd4a4, seed, place);
}

/** Which real digits the page's quiz may show. */
export function quizDigits(seed: number): Random {
  return new Random(seed, 0x9e01);
}

/** The questions of a quiz. */
export function quizQuestions(seed: number): Random {
  return new Random(seed, 0x9e02);
}

/** How a hand spaces the digits of a written number. */
export function writtenHand(seed: number): Random {
  return new Random(seed, 0x7e81);
}

/**
 * How the digit at a place of a written number is positioned relative to the
 * one before.
 */
export function writtenPlace(seed: number, place: number): Random {
  return new Random(seed, 0x7e82, place);
}

/** Which images of a set (`place`) a two-sample test holds out. */
export function heldOutFromProbe(seed: number, place: number): Random {
  return new Random(seed, 0x2541, place);
}

/**
 * The real digits that are measured in place of generated ones, as a baseline.
 */
export function measuredRealDigits(seed: number): Random {
  return new Random(seed, 0x2542);
}

/** The order in which an epoch visits the training images. */
export function batchOrder(seed: number, epoch: number): Random {
  return new Random(0x0ba7c4, seed, epoch);
}

/** The hand that draws a digit by program. */
export function drawnHand(seed: number, place: number): Random {
  return new Random(0xd4a3, seed, place);
}

/**
 * Which of `count` images a split holds out. The count is part of the name,
 * because two successive splits with one seed must not choose alike.
 */
export function heldOutImages(seed: number, count: number): Random {
  return new Random(seed, count);
}

/** The latent of a digit that a generator's activations are measured on. */
export function calibrationLatent(batch: number, place: number): Random {
  return new Random(0xca11b, batch, place);
}

/** The latents of the generator's golden vectors, one after another. */
export function goldenLatents(seed: number): Random {
  return new Random(seed);
}

/** The latent of the served image at a place of a request. */
export function servedLatent(seed: number, place: number): Random {
  return new Random(seed, place);
}

/** The digit at a place of a request that names no digits. */
export function servedDigit(seed: number, place: number): Random {
  return new Random(seed, place, 0xd161);
}

/** The latent of a hand that served images share. */
export function styleLatent(style: number): Random {
  return new Random(style, 0x571e);
}
