/**
 * What was measured of the shipped models, as `models/metrics.json` holds it.
 *
 * @module
 */

import type { TrainConfig } from "../config.ts";

/** Where, with what and when a model was trained. */
export interface TrainingRecord {
  /** Day of the export, ISO 8601. */
  readonly date: string;
  /** Preset that the configuration started from. */
  readonly preset: string;
  /** Named every random choice. */
  readonly seed: number;
  /** TensorFlow.js's backend. */
  readonly backend: string;
  /** Workers that shared each batch. */
  readonly workers: number;
  /** Where the images came from. */
  readonly data: string;
  /** How many images were learnt from. */
  readonly training_images: number;
  /** Seconds of training, over all sessions. */
  readonly seconds: number;
  /** Number and name of the processors. */
  readonly processor: string;
  /** Versions by name of the software. */
  readonly versions: Readonly<Record<string, string>>;
  /** The resolved hyperparameters. */
  readonly configuration: TrainConfig["gan"] | TrainConfig["recognizer"];
}

/** What every model file is. */
export interface ModelMetrics {
  /** Name in the folder of models. */
  readonly file: string;
  /** Size of the file. */
  readonly bytes: number;
  /** Weights and biases, batch norm folded. */
  readonly parameters: number;
  /** Multiply-adds for one image. */
  readonly multiply_adds: number;
  /** How it was trained. */
  readonly training: TrainingRecord;
}

/** Shares are from 0 to 1. */
export interface RecognizerMetrics extends ModelMetrics {
  /** Right on the validation split, in floating point. */
  readonly validation_accuracy_float: number;
  /** Right on the validation split, as served. */
  readonly validation_accuracy_int8: number;
  /** How many test images there are. */
  readonly test_images: number;
  /** Right on the test images, in floating point. */
  readonly test_accuracy_float: number;
  /** Right on the test images, as served. */
  readonly test_accuracy_int8: number;
  /** Fitted on the validation split. */
  readonly temperature: number;
  /** Confidence below which an answer is rejected, chosen on the validation split. */
  readonly reject_below: number;
}

/** Shares are from 0 to 1. */
export interface GeneratorMetrics extends ModelMetrics {
  /** Share of the digits that the judge reads as their label. */
  readonly label_agreement: number;
  /** How many digits were judged. */
  readonly judged_digits: number;
}

/** All that `models/metrics.json` says. */
export interface Metrics {
  /** Writes digits. */
  readonly generator?: GeneratorMetrics;
  /** Reads digits. */
  readonly recognizer?: RecognizerMetrics;
  /** A recognizer that never saw a generated digit; it judges them. */
  readonly judge?: RecognizerMetrics;
}
