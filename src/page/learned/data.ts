/**
 * What the page knows of the training: files that `train/page_data/` writes.
 *
 * @module
 */

import { decodeBase64 } from "../../base64.ts";
import { JsonRangeError } from "../../json/error.ts";
import { object } from "../../json/object.ts";
import {
  integer,
  list,
  number,
  type Schema,
  string,
} from "../../json/schema.ts";
import { CLASSES, IMAGE_PIXELS } from "../../network/numbers.ts";
import type { Fetch } from "../base/request.ts";

const MOST = Number.MAX_SAFE_INTEGER;

/** A training run, looked at after more and more steps. */
export interface Story {
  /** The preset. */
  readonly preset: string;
  /** Passes over the training images. */
  readonly epochs: number;
  /** The run's seed. */
  readonly seed: number;
  /** Images in a step. */
  readonly images_per_step: number;
  /** Images trained on. */
  readonly training_images: number;
  /** Images that each generator was measured beside. */
  readonly measured_beside: number;
  /** What was seen, step by step. */
  readonly looks: readonly {
    /** Steps done. */
    readonly step: number;
    /** Share of digits that are read as their label. */
    readonly label_agreement: number;
    /** Share of real digits that have a made one near them. */
    readonly coverage: number;
  }[];
}

const STORY: Schema<Story> = object({
  preset: string(),
  epochs: integer(1, MOST),
  seed: integer(0, MOST),
  images_per_step: integer(1, MOST),
  training_images: integer(1, MOST),
  measured_beside: integer(1, MOST),
  looks: list(
    object({
      step: integer(0, MOST),
      label_agreement: number(0, 1),
      coverage: number(0, 1),
    }, "ignored"),
    { least: 2, most: 100, what: "looks" },
  ),
});

const HARD = object({
  model: string(),
  tested: integer(1, MOST),
  digits: list(
    object({
      index: integer(0, MOST),
      label: integer(0, CLASSES - 1),
      read: integer(0, CLASSES - 1),
      confidence: number(0, 1),
      pixels: string(),
    }),
    { least: 1, most: 1000, what: "digits" },
  ),
});

/** A test digit that the recognizer reads wrong. */
export interface HardDigit {
  /** Its place among the test images, from 0. */
  readonly index: number;
  /** What its writer meant. */
  readonly label: number;
  /** What the recognizer reads. */
  readonly read: number;
  /** How sure it is, 0 to 1. */
  readonly confidence: number;
  /** 784 bytes, row-major 28x28, 0 paper, 255 ink. */
  readonly pixels: Uint8Array;
}

/** The test digits that the recognizer reads wrong. */
export interface HardDigits {
  /** How many test digits there are. */
  readonly tested: number;
  /** Those that it reads wrong. */
  readonly digits: readonly HardDigit[];
}

/**
 * Requests the training run.
 *
 * @param fetch Sends the request.
 * @throws {TypeError | RangeError | SyntaxError} If it cannot be fetched or is
 *   not as expected.
 */
export async function requestStory(fetch: Fetch): Promise<Story> {
  return STORY.read(await requestFile(fetch, "/learned.json"), "");
}

/**
 * Requests the test digits that are read wrong.
 *
 * @param fetch Sends the request.
 * @throws {TypeError | RangeError | SyntaxError} If they cannot be fetched or
 *   are not as expected.
 */
export async function requestHardDigits(fetch: Fetch): Promise<HardDigits> {
  const file = await requestFile(fetch, "/hard_digits.json");
  const { tested, digits } = HARD.read(file, "");
  return {
    tested,
    digits: digits.map(({ pixels, ...digit }, i) => {
      const bytes = decodeBase64(pixels);
      if (bytes.length === IMAGE_PIXELS) return { ...digit, pixels: bytes };
      throw new JsonRangeError(
        `/digits/${i}/pixels`,
        `has ${bytes.length} bytes, expected ${IMAGE_PIXELS}`,
      );
    }),
  };
}

async function requestFile(fetch: Fetch, url: string): Promise<unknown> {
  const response = await fetch(url, {});
  if (response.ok) return await response.json();
  throw new TypeError(`${url} answered ${response.status}, expected 200`);
}
