/**
 * Scores of how much a picture is a digit, higher for digits.
 *
 * @module
 */

import {
  CLASSES,
  NOT_A_DIGIT,
  SEVERAL_DIGITS,
} from "../../../src/network/numbers.ts";

/** A score of one image's logits, ten digits first. */
export type DigitScore = (row: Float32Array) => number;

/** The largest softmax over the ten digits (Hendrycks and Gimpel 2017, arXiv 1610.02136). */
export function largestSoftmax(row: Float32Array): number {
  const digits = row.subarray(0, CLASSES);
  return Math.max(...digits) - logSumExp(digits);
}

/** The negative energy of the ten digits (Liu et al. 2020, arXiv 2010.03759). */
export function negativeEnergy(row: Float32Array): number {
  return logSumExp(row.subarray(0, CLASSES));
}

/** The log-odds of a digit against none and several, where the network scores these. */
export function digitLogOdds(row: Float32Array): number {
  return logSumExp(row.subarray(0, CLASSES)) -
    logSumExp(row.subarray(NOT_A_DIGIT, SEVERAL_DIGITS + 1));
}

function logSumExp(values: Float32Array): number {
  const most = Math.max(...values);
  return most +
    Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
