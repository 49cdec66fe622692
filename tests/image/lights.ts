/**
 * Light on paper, for pictures made for tests.
 *
 * @module
 */

import type { Shade } from "./pictures.ts";

/** Grey of paper under light of each kind, in pictures of about 160 pixels. */
export const LIGHTS: Record<string, Shade> = {
  even: () => 200,
  sloped: (x, y) => 120 + 0.5 * x + 0.3 * y,
  curved: (x, y) => 210 - 0.006 * ((x - 90) ** 2 + (y - 60) ** 2),
  shadowed: (x, y) => 160 - 50 * Math.tanh((x + 0.3 * y - 100) / 60),
};
