/**
 * A judge's view of digits: the layer before its logits, and its reading.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../../src/network/numbers.ts";
import { argMax } from "../accuracy.ts";
import { copyImage, type Dataset } from "../../data/dataset.ts";
import type { FloatModel } from "../../network/fold.ts";
import { FloatNetwork } from "../../network/inference.ts";
import { readValues } from "../../network/read_values.ts";
import type { FeatureSet } from "./feature_set.ts";

/** Images that are read at a time. */
const BATCH = 100;

/** Digits as a judge sees them. */
export interface JudgedSet extends FeatureSet {
  /** The digit that the judge reads, one per image. */
  readonly read: Uint8Array;
}

/** A recognizer that was trained only on real digits, in floating point. */
export class FeatureJudge {
  readonly #network: FloatNetwork;
  readonly #layer: string;

  /**
   * Puts the judge on the backend.
   *
   * @param judge 28x28x1 in; ten logits out, from a dense layer.
   * @throws {TypeError} if it has fewer than two layers.
   */
  constructor(judge: FloatModel) {
    const before = judge.description.layers.at(-2);
    if (before === undefined) {
      throw new TypeError("the judge has no layer before its logits");
    }
    this.#network = new FloatNetwork(judge);
    this.#layer = before.name;
  }

  /** Reads all images of a dataset. */
  async judge({ images, labels, count }: Dataset): Promise<JudgedSet> {
    const read = new Uint8Array(count);
    const parts: Float32Array[] = [];
    for (let from = 0; from < count; from += BATCH) {
      const size = Math.min(BATCH, count - from);
      const { features, logits } = await this.#run(
        { images, labels, count },
        from,
        size,
      );
      parts.push(features);
      for (let i = 0; i < size; i++) {
        const row = logits.subarray(i * CLASSES, (i + 1) * CLASSES);
        read[from + i] = argMax(row);
      }
    }
    const width = count === 0 ? 0 : parts[0]!.length / Math.min(BATCH, count);
    const values = new Float32Array(count * width);
    parts.forEach((part, i) => values.set(part, i * BATCH * width));
    return { values, width, labels, count, read };
  }

  async #run(
    dataset: Dataset,
    from: number,
    size: number,
  ): Promise<{ features: Float32Array; logits: Float32Array }> {
    const pixels = new Float32Array(size * IMAGE_PIXELS);
    for (let i = 0; i < size; i++) {
      copyImage(dataset, from + i, pixels.subarray(i * IMAGE_PIXELS));
    }
    const input = tf.tensor4d(pixels, [size, IMAGE_SIZE, IMAGE_SIZE, 1]);
    let kept: tf.Tensor | undefined;
    const output = this.#network.run(input, {
      onLayer: ({ name }, value) => {
        if (name === this.#layer) kept = tf.keep(tf.clone(value));
      },
    });
    const features = await readValues(kept!);
    const logits = await readValues(output);
    tf.dispose([input, output, kept!]);
    return { features, logits };
  }

  /** Frees the judge's tensors. */
  dispose(): void {
    this.#network.dispose();
  }
}

/** Share of the images that the judge reads as labelled, from 0 to 1. */
export function agreement({ labels, read, count }: JudgedSet): number {
  let agreed = 0;
  for (let i = 0; i < count; i++) if (labels[i] === read[i]) agreed++;
  return agreed / count;
}

/** The same for each digit, 0 to 9; 1 if there is none. */
export function agreementByDigit({ labels, read, count }: JudgedSet): number[] {
  const agreed = new Array<number>(CLASSES).fill(0);
  const all = new Array<number>(CLASSES).fill(0);
  for (let i = 0; i < count; i++) {
    const label = labels[i]!;
    all[label]!++;
    if (read[i] === label) agreed[label]!++;
  }
  return agreed.map((n, digit) => all[digit] ? n / all[digit]! : 1);
}
