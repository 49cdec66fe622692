/**
 * The fifteen corruptions of MNIST-C (Mu and Gilmer 2019, arXiv 1906.02337),
 * reimplemented with the published parameters. Random numbers differ, so images
 * resemble those of the published files but are not identical.
 *
 * @module
 */

import type { Corruption } from "../corruption.ts";
import { brightness } from "./brightness.ts";
import { cannyEdges } from "./canny_edges.ts";
import { dottedLine } from "./dotted_line.ts";
import { fog } from "./fog.ts";
import { glassBlur } from "./glass_blur.ts";
import { impulseNoise } from "./impulse_noise.ts";
import { motionBlur } from "./motion_blur.ts";
import { rotate } from "./rotate.ts";
import { scale } from "./scale.ts";
import { shear } from "./shear.ts";
import { shotNoise } from "./shot_noise.ts";
import { spatter } from "./spatter.ts";
import { stripe } from "./stripe.ts";
import { translate } from "./translate.ts";
import { zigzag } from "./zigzag.ts";

/** By MNIST-C's names, in its order. */
export const MNIST_C: ReadonlyMap<string, Corruption> = new Map([
  ["shot_noise", shotNoise],
  ["impulse_noise", impulseNoise],
  ["glass_blur", glassBlur],
  ["motion_blur", motionBlur],
  ["shear", shear],
  ["scale", scale],
  ["rotate", rotate],
  ["brightness", brightness],
  ["translate", translate],
  ["stripe", stripe],
  ["fog", fog],
  ["spatter", spatter],
  ["dotted_line", dottedLine],
  ["zigzag", zigzag],
  ["canny_edges", cannyEdges],
]);
