/**
 * The image path's module: what is done to every pixel of a picture.
 *
 * It has no memory and no state of its own: src/image/kernel.ts gives it a
 * memory, and those who call it the addresses. Nothing is checked here. Every
 * function gives the bits that its counterpart in src/image/reference/ gives.
 */

import { adler32, beginSums } from "./adler.ts";
import { canvasRows } from "./canvas.ts";
import { lightestOfCells } from "./cells.ts";
import { extremes } from "./extremes.ts";
import { average, measure, sharpen } from "./fine.ts";
import { histogram, invert, look } from "./levels.ts";
import { moments } from "./moments.ts";
import { halve } from "./halve.ts";
import { inflate } from "./inflate.ts";
import { resample } from "./resample.ts";
import { findRuns } from "./runs.ts";
import { widen } from "./widen.ts";

export {
  adler32,
  average,
  beginSums,
  canvasRows,
  extremes,
  findRuns,
  halve,
  histogram,
  inflate,
  invert,
  lightestOfCells,
  look,
  measure,
  moments,
  resample,
  sharpen,
  widen,
};
