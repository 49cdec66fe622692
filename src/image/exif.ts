/**
 * The orientation in EXIF metadata.
 *
 * @see CIPA DC-008 (EXIF), section 4.6
 * @module
 */

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/** Bytes of the header, up to the first directory's offset. */
const HEADER_BYTES = 8;

/** Bytes of a directory's entry. */
const ENTRY_BYTES = 12;

/**
 * Reads the orientation from EXIF metadata.
 *
 * @param tiff The metadata, starting with the byte order (`II` or `MM`).
 * @returns 1 to 8, or undefined if there is no valid one.
 *
 * @example
 * ```ts
 * import { readOrientation } from "./exif.ts";
 * import assert from "node:assert/strict";
 *
 * const tiff = Uint8Array.of(
 *   ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8], // MM, the directory at 8,
 *   ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0], // with one entry.
 * );
 * assert.equal(readOrientation(tiff), 6);
 * assert.equal(readOrientation(tiff.subarray(0, 12)), undefined);
 * ```
 */
export function readOrientation(tiff: Uint8Array): number | undefined {
  if (tiff.length < HEADER_BYTES) return undefined;
  const order = String.fromCharCode(tiff[0]!, tiff[1]!);
  if (order !== "II" && order !== "MM") return undefined;
  const little = order === "II";
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return undefined;
  const entries = view.getUint16(first, little);
  for (let i = 0; i < entries; i++) {
    const entry = first + 2 + ENTRY_BYTES * i;
    if (entry + ENTRY_BYTES > tiff.length) return undefined;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    if (view.getUint16(entry + 2, little) !== SHORT) return undefined;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
