/**
 * The network and the data of a recognizer's training.
 *
 * @module
 */

import type { NetworkDescription } from "../../src/network/description.ts";
import type { Dataset } from "../data/dataset.ts";
import type { DigitSource } from "../gan/digit_source.ts";

/** The network to train, and its data. */
export interface RecognizerData {
  /** The network: 28x28 pixels in [0, 1] in, a logit out for each label. */
  readonly network: NetworkDescription;
  /** Training split. */
  readonly training: Dataset;
  /** Validation split, used by `RecognizerTrainer.evaluate`. */
  readonly validation: Dataset;
  /** Generates its share of each batch; required unless that is 0. */
  readonly generated?: Pick<DigitSource, "write">;
}
