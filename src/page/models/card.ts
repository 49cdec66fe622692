/**
 * What `GET /models` says of the models: the figures of the model card that the
 * page shows.
 *
 * @module
 */

import { object, optional } from "../../json/object.ts";
import { number, type Schema, string } from "../../json/schema.ts";
import type { Fetch } from "../base/request.ts";

/** How a generator compares with real digits. */
export interface Quality {
  /** Share of digits that a judge reads as their label. */
  readonly label_agreement: number;
  /** Share of real digits that have a made one near them. */
  readonly coverage: number;
  /** Share that a network gets right that tells made digits from real ones. */
  readonly two_sample_accuracy: number;
  /** Share of real digits that a network reads that saw made ones alone. */
  readonly train_on_generated_accuracy: number;
}

/** A training run. */
export interface Run {
  /** How long it took. */
  readonly seconds: number;
  /** Its hyperparameters. */
  readonly configuration: {
    /** Passes over the images. */
    readonly epochs: number;
  };
}

const QUALITY: Schema<Quality> = object({
  label_agreement: number(),
  coverage: number(),
  two_sample_accuracy: number(),
  train_on_generated_accuracy: number(),
}, "ignored");

const RUN: Schema<Run> = object({
  seconds: number(),
  configuration: object({ epochs: number() }, "ignored"),
}, "ignored");

const SCHEMA = object({
  recognizer: object({
    name: string(),
    bytes: number(),
    training: object({
      training: optional(RUN),
      test_accuracy_int8: optional(number()),
    }, "ignored"),
  }, "ignored"),
  generator: object({
    name: string(),
    bytes: number(),
    training: object({
      training: optional(RUN),
      quality: optional(object({ int8: QUALITY, floor: QUALITY }, "ignored")),
    }, "ignored"),
  }, "ignored"),
}, "ignored");

/** A model of the card. */
export interface ModelCard {
  /** For example `generator-1a2b3c4d`. */
  readonly name: string;
  /** Size of its file. */
  readonly bytes: number;
  /** The run that trained it, where the file says. */
  readonly run: Run | undefined;
}

/** Both models. */
export interface Models {
  /** The recognizer, with its score on test images where it was measured. */
  readonly recognizer: ModelCard & {
    readonly accuracy: number | undefined;
  };
  /**
   * The generator, with its quality as served and that of real digits in its
   * place, where they were measured.
   */
  readonly generator: ModelCard & {
    readonly quality:
      | { readonly int8: Quality; readonly floor: Quality }
      | undefined;
  };
}

/**
 * Requests the model card.
 *
 * @param fetch Sends the request.
 * @throws {TypeError} If it cannot be fetched or a figure is of another type.
 * @throws {SyntaxError} If it is not JSON.
 */
export async function requestModels(fetch: Fetch): Promise<Models> {
  const response = await fetch("/models", {});
  if (!response.ok) {
    throw new TypeError(`/models answered ${response.status}, expected 200`);
  }
  const { recognizer, generator } = SCHEMA.read(await response.json(), "");
  return {
    recognizer: {
      ...cardOf(recognizer),
      accuracy: recognizer.training.test_accuracy_int8,
    },
    generator: {
      ...cardOf(generator),
      quality: generator.training.quality,
    },
  };
}

function cardOf(
  { name, bytes, training }: {
    readonly name: string;
    readonly bytes: number;
    readonly training: {
      readonly training?: Run;
    };
  },
): ModelCard {
  return {
    name,
    bytes,
    run: training.training,
  };
}
