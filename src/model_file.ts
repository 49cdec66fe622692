/**
 * Opens a model file: the quantized network in it, and the information that
 * identifies the model to clients.
 *
 * @module
 */

import type { Engine } from "./engine/engine.ts";
import { record } from "./json/object.ts";
import { anything } from "./json/schema.ts";
import type { NetworkDescription } from "./network/description.ts";
import {
  type QuantizedModel,
  readQuantizedModel,
} from "./network/quantized.ts";

/** Purpose of a model. */
export type ModelKind = "recognizer" | "generator";

/** Information about a model. */
export interface ModelInfo {
  /** Kind and the first eight hexadecimal digits of the hash. */
  readonly name: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  /** The network. */
  readonly description: NetworkDescription;
  /**
   * The trainer's record in the file: when, how, how well; empty if there is
   * none.
   */
  readonly training: Readonly<Record<string, unknown>>;
}

/** An opened model file. */
export interface ModelFile {
  /** Information about it. */
  readonly info: ModelInfo;
  /** The network with its weights. */
  readonly model: QuantizedModel;
}

/** Name of the metadata entry with {@linkcode ModelInfo.training}, as JSON. */
export const TRAINING_METADATA = "training";

/**
 * Opens a model file.
 *
 * @param bytes The whole file; the model's tensors are views into it.
 * @throws {SyntaxError | TypeError | RangeError} as `readQuantizedModel` does,
 *   and if the metadata `training` is not a JSON object.
 */
export async function openModel(
  kind: ModelKind,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ModelFile> {
  // Started first because it runs on another core while the file is parsed.
  const digest = crypto.subtle.digest("SHA-256", bytes);
  const model = readQuantizedModel(bytes);
  const sha256 = toHex(await digest);
  return {
    model,
    info: {
      name: `${kind}-${sha256.slice(0, 8)}`,
      sha256,
      bytes: bytes.length,
      description: model.description,
      training: readTraining(model.metadata.get(TRAINING_METADATA)),
    },
  };
}

/**
 * Whether an engine reproduces the model's test vector, bit for bit; false if
 * the model has none.
 */
export function passesSelfTest(
  { selfTest }: QuantizedModel,
  engine: Engine,
): boolean {
  if (selfTest === undefined) return false;
  const { input, output } = selfTest;
  const found = output instanceof Float32Array
    ? engine.logits(input, 1)
    : engine.pixels(input, 1);
  return output.every((value, i) => value === found[i]);
}

function readTraining(
  text: string | undefined,
): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  return record(anything).read(JSON.parse(text), `/${TRAINING_METADATA}`);
}

function toHex(digest: ArrayBuffer): string {
  return Array.from(
    new Uint8Array(digest),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
}
