/**
 * Writes grey pictures as SVG.
 *
 * Adjacent pixels of one level in a row become one line of a path, so a sheet
 * needs at most one path per level. Levels are rounded to sixteen; raw, json
 * and png have the exact ones.
 *
 * @module
 */

import type { GreyImage } from "./grey.ts";

/**
 * Writes a picture as SVG.
 *
 * @param image A picture.
 * @param scale User units per pixel.
 * @param paper What 0 is: black, or white with all else as dark as it is light.
 *
 * @example
 * ```ts
 * import { encodeSvg } from "./svg.ts";
 * import assert from "node:assert/strict";
 *
 * const image = { width: 3, height: 1, pixels: Uint8Array.of(0, 255, 255) };
 * assert.match(encodeSvg(image, 4), /<path stroke="#fff" d="M1 0h2"\/>/);
 * ```
 */
export function encodeSvg(
  image: GreyImage,
  scale: number,
  paper: "black" | "white" = "black",
): string {
  const { width, height, pixels } = image;
  const runs = Array.from({ length: 16 }, () => [] as string[]);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width;) {
      const level = toLevel(pixels[y * width + x]!);
      const start = x;
      while (x < width && toLevel(pixels[y * width + x]!) === level) x++;
      if (level > 0) runs[level]!.push(`M${start} ${y}h${x - start}`);
    }
  }
  const isWhite = paper === "white";
  const paths = runs.flatMap((parts, level) => {
    if (parts.length === 0) return [];
    const digit = (isWhite ? 15 - level : level).toString(16);
    return [`<path stroke="#${digit.repeat(3)}" d="${parts.join("")}"/>`];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" ` +
    `width="${width * scale}" height="${height * scale}" ` +
    `viewBox="0 -.5 ${width} ${height}" shape-rendering="crispEdges">` +
    `<rect ${
      isWhite ? 'fill="#fff" ' : ""
    }y="-.5" width="${width}" height="${height}"/>` +
    `${paths.join("")}</svg>\n`;
}

/** One of sixteen levels, by its hexadecimal digit. */
function toLevel(value: number): number {
  return Math.round(value / 17);
}
