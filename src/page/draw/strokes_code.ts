/**
 * A drawing as a short text, for links and for storage.
 *
 * Bytes in URL-safe base64: for each stroke the number of its points, doubled,
 * plus one if it has pressure; then each point's distance from the one before,
 * as zigzag varints (Protocol Buffers' encoding); then a byte of pressure for
 * each. Times are not kept.
 *
 * @module
 */

import { decodeBase64, encodeBase64 } from "../../base64.ts";
import { MAX_POINTS } from "../../image/strokes.ts";
import { PAD_UNITS, type Stroke } from "./drawing.ts";

/** Milliseconds between the points of a decoded drawing. */
const STEP = 10;

/**
 * Encodes a drawing.
 *
 * @param strokes Strokes with integer coordinates.
 * @returns Letters, digits, `-` and `_`; empty for no strokes.
 */
export function encodeStrokes(strokes: readonly Stroke[]): string {
  const bytes: number[] = [];
  let [lastX, lastY] = [0, 0];
  for (const { x, y, pressure } of strokes) {
    pushVarint(bytes, x.length * 2 + (pressure === undefined ? 0 : 1));
    for (let i = 0; i < x.length; i++) {
      pushVarint(bytes, zigzag(x[i]! - lastX));
      pushVarint(bytes, zigzag(y[i]! - lastY));
      [lastX, lastY] = [x[i]!, y[i]!];
    }
    for (const value of pressure ?? []) bytes.push(Math.round(value * 255));
  }
  const base64 = encodeBase64(Uint8Array.from(bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Decodes a drawing.
 *
 * @param code As {@linkcode encodeStrokes} returns it.
 * @returns The drawing.
 * @throws {SyntaxError} If the code is not base64.
 * @throws {RangeError} If it ends too early, leaves the square or has too many
 *   points.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { decodeStrokes, encodeStrokes } from "./strokes_code.ts";
 *
 * const strokes = [{ x: [500, 500], y: [100, 900], t: [0, 10] }];
 * assert.equal(encodeStrokes(strokes), "BOgHyAEAwAw");
 * assert.deepEqual(decodeStrokes("BOgHyAEAwAw"), strokes);
 * ```
 */
export function decodeStrokes(code: string): readonly Stroke[] {
  const bytes = decodeBase64(code);
  const strokes: Stroke[] = [];
  let at = 0;
  let points = 0;
  let [lastX, lastY] = [0, 0];

  function byte(): number {
    const value = bytes[at++];
    if (value !== undefined) return value;
    throw new RangeError(`the drawing ends after ${bytes.length} bytes`);
  }
  function varint(): number {
    let value = 0;
    for (let shift = 0; shift <= 21; shift += 7) {
      const part = byte();
      value |= (part & 127) << shift;
      if (part < 128) return value;
    }
    throw new RangeError(`a number at byte ${at} has more than 28 bits`);
  }
  function coordinate(last: number): number {
    const value = last + unzigzag(varint());
    if (value >= 0 && value <= PAD_UNITS) return value;
    throw new RangeError(
      `a coordinate is ${value}, expected 0 to ${PAD_UNITS}`,
    );
  }

  while (at < bytes.length) {
    const head = varint();
    const count = head >> 1;
    const before = points;
    points += count;
    if (count === 0 || points > MAX_POINTS) {
      throw new RangeError(
        `a stroke of ${count} points makes ${points}, expected at most ${MAX_POINTS}`,
      );
    }
    const [x, y, t]: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < count; i++) {
      x.push(lastX = coordinate(lastX));
      y.push(lastY = coordinate(lastY));
      t.push((before + i) * STEP);
    }
    const pressure = head % 2 === 1
      ? { pressure: x.map(() => byte() / 255) }
      : {};
    strokes.push({ x, y, t, ...pressure });
  }
  return strokes;
}

/** Small numbers of either sign to small numbers: 0, -1, 1, -2 to 0, 1, 2, 3. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

function pushVarint(bytes: number[], value: number): void {
  while (value >= 128) {
    bytes.push(value % 128 + 128);
    value = Math.floor(value / 128);
  }
  bytes.push(value);
}
