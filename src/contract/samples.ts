/**
 * The JSON of answers to `GET /sample`, as the service writes it and the page
 * and the client read it.
 *
 * @module
 */

import { object, optional } from "../json/object.ts";
import { integer, list, type Schema, string } from "../json/schema.ts";
import { CLASSES } from "../network/numbers.ts";

/** The largest seed. */
export const MAX_SEED = 2 ** 32 - 1;

/** Maximum digits per answer. */
export const MAX_SAMPLES = 100;

/** Maximum digits of a written number. */
export const MAX_TEXT = 40;

/** Generated digits. */
export interface SamplesJson {
  /** The same seed generates the same digits. */
  readonly seed: number;
  /** The model that generated them. */
  readonly model: string;
  /**
   * The digits, each with its 784 bytes in base64 and, on request, its latent.
   */
  readonly samples: readonly {
    readonly digit: number;
    readonly pixels: string;
    readonly latent?: string;
  }[];
}

/** The JSON of generated digits. */
export const SAMPLES: Schema<SamplesJson> = object({
  seed: integer(0, MAX_SEED),
  model: string(),
  samples: list(
    object({
      digit: integer(0, CLASSES - 1),
      pixels: string(),
      latent: optional(string()),
    }, "ignored"),
    { least: 1, most: MAX_SAMPLES, what: "samples" },
  ),
}, "ignored");
