/**
 * Augmentation: varies a digit as another hand, pen or camera might have, in
 * MNIST's layout. It does not mix images or look at labels; the defaults do not
 * turn a digit into another one.
 *
 * @module
 */

import type { Random } from "../../src/network/random.ts";
import {
  type AffineRanges,
  boxFit,
  drawMatrix,
  invert,
} from "./effects/affine.ts";
import { blur } from "./effects/blur.ts";
import { CENTRE, centreOfMass, recentre } from "./effects/centre.ts";
import { addNoise, cutOut } from "./effects/damage.ts";
import {
  drawElasticField,
  type ElasticField,
  makeElasticField,
} from "./effects/elastic.ts";
import { makePadded, pad } from "./effects/padded.ts";
import { roughen } from "./effects/rough.ts";
import { changeThickness } from "./effects/thickness.ts";
import { applyTone } from "./effects/tone.ts";
import { warp } from "./effects/warp.ts";

/** How strongly, and how often, images are changed. */
export interface AugmentOptions extends AffineRanges {
  /** Pixels that the centre of mass is moved by, either way, along each axis. */
  readonly shift: number;
  /**
   * Whether to fit the distorted digit to MNIST's 20x20 box again (before
   * `scale`) and to move its centre of mass back to the middle (before
   * `shift`), as happens to every digit that the recognizer sees.
   */
  readonly refit: boolean;
  /** Highest standard deviation of the elastic displacement, in pixels; uniform from 0. */
  readonly elastic: number;
  /** Share of the images whose strokes are thickened or thinned. */
  readonly thicknessShare: number;
  /** Maximum thinning of strokes, from 0 to 1. */
  readonly thin: number;
  /** Maximum thickening of strokes, from 0 to 1. */
  readonly thick: number;
  /** Share of the images that are blurred, by up to the 3x3 binomial. */
  readonly blurShare: number;
  /** Bend of the tone curve, either way. */
  readonly curve: number;
  /** Highest contrast; from 1, uniform in its logarithm. */
  readonly contrast: number;
  /** Share of the images that get noise. */
  readonly noiseShare: number;
  /** Highest standard deviation of the noise. */
  readonly noise: number;
  /** Share of the images that lose a square. */
  readonly cutoutShare: number;
  /** Largest side of that square, in pixels, from 3. */
  readonly cutout: number;
  /** Share of the images that get one of the faults of rough.ts in addition. */
  readonly roughShare: number;
}

/** The defaults of {@linkcode augment}. */
export const DEFAULT_AUGMENTATION: AugmentOptions = {
  rotation: 14,
  shear: 0.25,
  aspect: 0.2,
  scale: 0.08,
  shift: 1,
  refit: true,
  elastic: 1.2,
  thicknessShare: 0.5,
  thin: 0.8,
  thick: 0.8,
  blurShare: 0.2,
  curve: 0.5,
  contrast: 1.6,
  noiseShare: 0.05,
  noise: 0.06,
  cutoutShare: 0.03,
  cutout: 6,
  roughShare: 0,
};

/**
 * Scratch memory of {@linkcode augment}; its contents do not matter between
 * calls.
 */
export interface AugmentScratch {
  /** The padded image. */
  readonly padded: Float32Array;
  /** The padded image after a change of strokes. */
  readonly strokes: Float32Array;
  /** The displacement field. */
  readonly field: ElasticField;
}

/**
 * Creates scratch memory for {@linkcode augment}, to be reused for many images.
 */
export function makeAugmentScratch(): AugmentScratch {
  return {
    padded: makePadded(),
    strokes: makePadded(),
    field: makeElasticField(),
  };
}

/**
 * Changes one image, in place: stroke thickness, then one affine and elastic warp, blur, tone,
 * and rarely noise or a gap.
 *
 * @param image 28x28, row-major, 0 paper, 1 ink.
 * @param random Decides everything: the same stream and image give the same result.
 * @param options Changes to {@linkcode DEFAULT_AUGMENTATION}.
 * @param scratch Scratch memory; reusing it for many images saves a tenth of
 * the time.
 *
 * @example
 * ```ts
 * import { augment } from "./augment.ts";
 * import { Random } from "../../src/network/random.ts";
 * import assert from "node:assert/strict";
 *
 * const bar = Float32Array.from({ length: 784 }, (_, i) => i % 28 === 14 ? 1 : 0);
 * const once = bar.slice();
 * augment(once, new Random(1));
 * const again = bar.slice();
 * augment(again, new Random(1));
 * assert.deepEqual(once, again);
 * assert.notDeepEqual(once, bar);
 * ```
 */
export function augment(
  image: Float32Array,
  random: Random,
  options: Partial<AugmentOptions> = {},
  scratch: AugmentScratch = makeAugmentScratch(),
): void {
  const settings = { ...DEFAULT_AUGMENTATION, ...options };
  distort(image, settings, random, scratch);
  if (random.uniform() < settings.blurShare) {
    pad(image, scratch.padded);
    blur(scratch.padded, image, random.uniform());
  }
  applyTone(image, {
    curve: random.between(-settings.curve, settings.curve),
    contrast: settings.contrast ** random.uniform(),
  });
  if (random.uniform() < settings.noiseShare) {
    addNoise(image, random.between(0, settings.noise), random);
  }
  if (random.uniform() < settings.cutoutShare) {
    cutOut(image, 3 + random.below(settings.cutout - 2), random);
  }
  // Draws only if needed, so that older seeds still produce the same images.
  if (settings.roughShare > 0 && random.uniform() < settings.roughShare) {
    roughen(image, random);
  }
}

function distort(
  image: Float32Array,
  settings: AugmentOptions,
  random: Random,
  { padded, strokes, field }: AugmentScratch,
): void {
  const { shift, refit, elastic, thicknessShare, thin, thick } = settings;
  const to = {
    x: CENTRE + random.between(-shift, shift),
    y: CENTRE + random.between(-shift, shift),
  };
  const from = refit ? centreOfMass(image) : { x: CENTRE, y: CENTRE };
  const matrix = drawMatrix(settings, random);
  // The fit ignores `scale`, which is meant to leave the box.
  const scale = Math.sqrt(matrix.xx * matrix.yy - matrix.xy * matrix.yx);
  const fit = refit ? boxFit(image, from, matrix) * scale : 1;
  drawElasticField(field, random.between(0, elastic), random);
  pad(image, padded);
  let source = padded;
  if (random.uniform() < thicknessShare) {
    changeThickness(padded, strokes, random.between(-thin, thick));
    source = strokes;
  }
  warp(source, image, { to, from, inverse: invert(matrix, fit), field });
  if (refit) recentre(image, to);
}
