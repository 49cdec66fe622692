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
  readonly preset: string;
  readonly seed: number;
  readonly backend: string;
  readonly workers: number;
  /** Where the images came from. */
  readonly data: string;
  readonly training_images: number;
  /** Seconds of training, over all sessions. */
  readonly seconds: number;
  readonly processor: string;
  readonly versions: Readonly<Record<string, string>>;
  /** The resolved hyperparameters. */
  readonly configuration: TrainConfig["gan"] | TrainConfig["recognizer"];
}

/** What every model file is. */
export interface ModelMetrics {
  readonly file: string;
  readonly bytes: number;
  readonly parameters: number;
  /** Multiply-adds for one image. */
  readonly multiply_adds: number;
  readonly training: TrainingRecord;
}

/** Shares are from 0 to 1. */
export interface RecognizerMetrics extends ModelMetrics {
  readonly validation_accuracy_float: number;
  readonly validation_accuracy_int8: number;
  readonly test_images: number;
  readonly test_accuracy_float: number;
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
  readonly judged_digits: number;
}

/** All that `models/metrics.json` says. */
export interface Metrics {
  readonly generator?: GeneratorMetrics;
  readonly recognizer?: RecognizerMetrics;
  /** A recognizer that never saw a generated digit; it judges them. */
  readonly judge?: RecognizerMetrics;
}
