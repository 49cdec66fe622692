/**
 * The JSON of an answer to `GET /models`.
 *
 * @module
 */

import { object, record } from "../json/object.ts";
import { anything, integer, type Schema, string } from "../json/schema.ts";

/** A model in use. */
export interface ModelJson {
  /** Kind and the first eight hexadecimal digits of the hash. */
  readonly name: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  /** The network: its layers and their shapes. */
  readonly network: Readonly<Record<string, unknown>>;
  /** When, how and how well it was trained; empty if the file does not say. */
  readonly training: Readonly<Record<string, unknown>>;
}

/** The models in use. */
export interface ModelsJson {
  /** Reads digits. */
  readonly recognizer: ModelJson;
  /** Generates digits. */
  readonly generator: ModelJson;
}

const MODEL: Schema<ModelJson> = object({
  name: string(),
  sha256: string(),
  bytes: integer(0, Number.MAX_SAFE_INTEGER),
  network: record(anything),
  training: record(anything),
}, "ignored");

/** The JSON of the models in use. */
export const MODELS: Schema<ModelsJson> = object({
  recognizer: MODEL,
  generator: MODEL,
}, "ignored");
