/**
 * The values between a network's layers, as a run left them in the engine's
 * memory.
 *
 * @module
 */

import type { Layer } from "../network/description.ts";
import type { PlannedOutput } from "./plan.ts";
import { asImage, rowLength } from "./values.ts";

/** A layer's output for one input. */
export interface LayerValues {
  /** The layer's name in its network. */
  readonly name: string;
  /** The layer's type. */
  readonly type: Layer["type"];
  /** Rows, columns and channels; a vector is one pixel of as many channels. */
  readonly rows: number;
  /** Columns. */
  readonly columns: number;
  /** Channels. */
  readonly channels: number;
  /**
   * `rows * columns * channels` values, channels innermost: codes 0 to 127,
   * pixels 0 to 255, or logits. Values at an edge that a following max pool
   * never reads are 0.
   */
  readonly values: Uint8Array | Float32Array;
  /** Real value of one step of `values`. */
  readonly scale: number;
}

/**
 * Copies a layer's values out of an engine's memory.
 *
 * @param buffer The memory, after a run of a single input.
 * @param output Where the values lie.
 */
export function readLayerValues(
  buffer: ArrayBufferLike,
  { layer, address, row }: PlannedOutput,
): LayerValues {
  const { outputShape, outputKind, outputScale } = layer;
  const shape = asImage(outputShape);
  const length = rowLength(outputShape);
  const view: (start: number) => Float32Array | Uint8Array =
    outputKind === "logits"
      ? (start) => new Float32Array(buffer, start, length)
      : (start) => new Uint8Array(buffer, start, length);
  const size = shape.rows * length;
  const values = outputKind === "logits"
    ? new Float32Array(size)
    : new Uint8Array(size);
  for (let y = 0; y < shape.rows; y++) {
    values.set(view(address + y * row), y * length);
  }
  const { name, type } = layer.layer;
  return { name, type, ...shape, values, scale: outputScale };
}
