/**
 * A font's characters as figures.
 *
 * @module
 */

import opentype from "opentype.js";
import type { OutlineFigure } from "../figures/figure.ts";
import type { FontSource } from "./fonts.ts";

/** Height of the font's em, in the figures' unit. */
const EM = 100;

/** Characters of a font, by character. */
export type Glyphs = ReadonlyMap<string, OutlineFigure>;

/**
 * Reads characters of a font.
 *
 * @param characters The result has a figure for each, except for characters
 * that the font lacks or draws nothing for.
 * @throws {Deno.errors.NotFound} If the file is missing.
 * @throws {Error} If it is not a font.
 */
export async function loadGlyphs(
  { file }: FontSource,
  characters: Iterable<string>,
): Promise<Glyphs> {
  const bytes = await Deno.readFile(file);
  const font = opentype.parse(bytes.buffer);
  const glyphs = new Map<string, OutlineFigure>();
  for (const character of characters) {
    // Glyph 0 stands for missing characters.
    const index = font.charToGlyphIndex(character);
    if (index === 0) continue;
    // The glyph alone, because parsing the font's rules for neighbours may
    // fail.
    const path = font.glyphs.get(index).getPath(0, 0, EM);
    if (path.commands.length === 0) continue;
    const { x1, y1, x2, y2 } = path.getBoundingBox();
    const box = { left: x1, top: y1, right: x2, bottom: y2 };
    glyphs.set(character, { kind: "outline", path: path.toPathData(2), box });
  }
  return glyphs;
}
