/**
 * Measurements of the models, as stored in `models/metrics.json`.
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
  /** Seed of every random choice. */
  readonly seed: number;
  /** TensorFlow.js's backend. */
  readonly backend: string;
  /** Workers that shared each batch. */
  readonly workers: number;
  /** Where the images came from. */
  readonly data: string;
  /** Number of training images. */
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

/** Facts about a model file. */
export interface ModelMetrics {
  /** Name in the folder of models. */
  readonly file: string;
  /** Size of the file. */
  readonly bytes: number;
  /** Weights and biases, batch norm folded. */
  readonly parameters: number;
  /** Multiply-adds per image. */
  readonly multiply_adds: number;
  /** How it was trained. */
  readonly training: TrainingRecord;
}

/** Measurements of a recognizer. Shares are from 0 to 1. */
export interface RecognizerMetrics extends ModelMetrics, RobustnessMetrics {
  /** Correct on the validation split, in floating point. */
  readonly validation_accuracy_float: number;
  /** Correct on the validation split, as served. */
  readonly validation_accuracy_int8: number;
  /** Number of test images. */
  readonly test_images: number;
  /** Correct on the test images, in floating point. */
  readonly test_accuracy_float: number;
  /** Correct on the test images, as served. */
  readonly test_accuracy_int8: number;
  /** Fitted on the validation split. */
  readonly temperature: number;
  /** Confidence below which an answer is rejected, chosen on the validation split. */
  readonly reject_below: number;
}

/** Accuracy under one kind of damage. */
export interface DamageMetrics {
  /** `client` images go through the image path, `mnist_c` images do not. */
  readonly suite: "client" | "mnist_c";
  /** The kind. */
  readonly name: string;
  /** Share read right. */
  readonly accuracy: number;
}

/** How pictures of one kind without a single digit were answered. */
export interface RejectedKindMetrics {
  /** The kind. */
  readonly name: string;
  /** `trained`: new pictures of a kind that is in the training set. */
  readonly group: "trained" | "held out" | "like digits";
  /** How well the confidence separates them from digits, from 0.5 to 1. */
  readonly auroc: number;
  /** Share rejected. */
  readonly rejected: number;
  /** Of those rejected, the share by reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** How digits, and pictures without a single digit, were answered. */
export interface RejectionMetrics {
  /** Of the digits. */
  readonly digits: {
    /** Share rejected. */
    readonly rejected: number;
    /** Expected calibration error of all answers, from 0 to 1. */
    readonly calibration_error: number;
  };
  /** Of every kind of picture without a single digit. */
  readonly kinds: readonly RejectedKindMetrics[];
}

/**
 * What `deno task evaluate --save` records about a recognizer, on the test
 * images.
 */
export interface RobustnessMetrics {
  /** Of every kind of damage. */
  readonly damage?: readonly DamageMetrics[];
  /** Of pictures that should be rejected. */
  readonly rejection?: RejectionMetrics;
}

/** Measurements of a set of digits, compared with real ones. */
export interface DigitMetrics {
  /** Digits measured. */
  readonly images: number;
  /** On the features of the judge; lower is better. */
  readonly frechet_distance: number;
  /** Share that the judge reads as their label. */
  readonly label_agreement: number;
  /** Share of the digits within reach of a real one (k = 5, as all below). */
  readonly precision: number;
  /** Share of the real digits within reach of one of these. */
  readonly recall: number;
  /** How many real digits reach a digit, over k; 1 for equal distributions. */
  readonly density: number;
  /** Share of the real digits that have one of these within their reach. */
  readonly coverage: number;
  /** Share of all digits whose nearest neighbour is of their own set; 0.5 is best. */
  readonly nearest_neighbour_accuracy: number;
  /** Distance to the nearest training image over that of unseen real digits. */
  readonly nearest_training_ratio: number;
  /**
   * How often a network trained to distinguish them from real digits is right;
   * 0.5 is best.
   */
  readonly two_sample_accuracy?: number;
  /**
   * Share of real digits read correctly by a network trained on these alone.
   */
  readonly train_on_generated_accuracy?: number;
}

/** Measurements of a whole set and of each digit in it. */
export interface MeasuredDigits {
  /** Of all digits. */
  readonly all: DigitMetrics;
  /** By digit, 0 to 9; each is compared with the real images of that digit. */
  readonly digits: readonly DigitMetrics[];
}

/** Quality of a generator's digits. */
export interface GeneratorQuality {
  /** The real digits that all sets are compared with. */
  readonly reference: string;
  /** As served. */
  readonly int8: MeasuredDigits;
  /** From the same latents, in floating point. */
  readonly float: MeasuredDigits;
  /** Training images in place of generated digits, as a baseline. */
  readonly floor: MeasuredDigits;
}

/** Measurements of a generator. Shares are from 0 to 1. */
export interface GeneratorMetrics extends ModelMetrics {
  /** Share of the digits that the judge reads as their label. */
  readonly label_agreement: number;
  /** Number of judged digits. */
  readonly judged_digits: number;
  /** How its digits compare with real ones. */
  readonly quality?: GeneratorQuality;
}

/** The contents of `models/metrics.json`. */
export interface Metrics {
  /** Generates digits. */
  readonly generator?: GeneratorMetrics;
  /** Reads digits. */
  readonly recognizer?: RecognizerMetrics;
  /** Grades the generator; never trained on generated digits. */
  readonly judge?: RecognizerMetrics;
}
