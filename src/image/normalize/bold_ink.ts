/**
 * Removes lines that are paler than the digit, frames as a whole.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { type InkParts, partsOf } from "./ink_parts.ts";
import { findLines } from "./lines.ts";
import { eraseLoneLines } from "./lone_lines.ts";
import { isSpanning, withoutPaleLines } from "./pale_lines.ts";

/**
 * Removes lines that are paler than the digit. Those that don't touch it are
 * erased first, because subtracting would leave dashes of a thin line.
 *
 * @param parts Ink, its levels and its parts.
 * @param digitSize Minimum height or width of a digit, as a share of the
 * picture's shorter side; null to erase no lines.
 * @returns The ink without the lines, or null if none are paler.
 */
export function boldInk(
  parts: InkParts,
  digitSize: number | null,
): GreyImage | null {
  const bold = withoutPaleLines(parts);
  if (bold === null || digitSize === null) return bold;
  const { ink, split: { threshold } } = parts;
  const picture = { ink: ink.pixels, width: ink.width, threshold };
  const pixels = eraseLoneLines(picture, findLines(picture), digitSize);
  if (pixels === ink.pixels) return bold;
  const rest = partsOf({ ...ink, pixels });
  const again = withoutPaleLines(rest);
  if (again !== null) return again;
  // No lines are left, or too few to tell them by their shade.
  if (!rest.components.list.some((part) => isSpanning(part, ink))) {
    return rest.ink;
  }
  return {
    ...ink,
    pixels: bold.pixels.map((level, i) => pixels[i] === 0 ? 0 : level),
  };
}
