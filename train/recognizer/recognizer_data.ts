/**
 * What a recognizer is trained with.
 *
 * @module
 */

import type { NetworkDescription } from "../../src/network/description.ts";
import type { Dataset } from "../data/dataset.ts";
import type { DigitSource } from "../gan/digit_source.ts";

/** What is trained, and on what. */
export interface RecognizerData {
  /** The network: 28x28 pixels in [0, 1] in, a logit out for each label. */
  readonly network: NetworkDescription;
  /** Training split. */
  readonly training: Dataset;
  /** Validation split, which `RecognizerTrainer.evaluate` measures on. */
  readonly validation: Dataset;
  /** Writes the generated share of each batch; needed where that is not 0. */
  readonly generated?: Pick<DigitSource, "write">;
}
