/**
 * The engine's module: runs a plan that lies in its memory.
 *
 * It has no memory, table or state of its own: src/engine/engine.ts supplies
 * the memory and plan.ts its contents. Addresses come from the plan, which is
 * compiled from a checked model; nothing is checked here.
 */

import { multiply } from "./conv.ts";
import { copyRows, inputCodes, inputPixels, pixelShuffle } from "./move.ts";
import { logits, output, sigmoid } from "./output.ts";
import { averagePool, maxPool } from "./pool.ts";
import { multiplySingle } from "./single.ts";
import { Step } from "./step.ts";

/**
 * Runs a plan on images stored one after another.
 *
 * @param plan Address of the first step.
 * @param steps Number of steps.
 * @param count Number of images.
 * @param group How many images the plan holds in memory at once.
 */
export function run(plan: i32, steps: i32, count: i32, group: i32): void {
  for (let first = 0; first < count; first += group) {
    const images = min(group, count - first);
    for (let i = 0; i < steps; i++) {
      const at = plan + i * (offsetof<Step>() as i32);
      runStep(changetype<Step>(at), images, first);
    }
  }
}

function runStep(step: Step, images: i32, first: i32): void {
  switch (step.kind) {
    case 0:
      return inputPixels(step, images, first);
    case 1:
      return inputCodes(step, images, first);
    case 2:
      return multiply(step, images);
    case 3:
      return maxPool(step, images);
    case 4:
      return averagePool(step, images);
    case 5:
      return pixelShuffle(step, images);
    case 6:
      return copyRows(step, images);
    case 7:
      return sigmoid(step, images);
    case 8:
      return logits(step, images);
    case 9:
      return output(step, images, first);
    case 10:
      return multiplySingle(step, images);
  }
}
