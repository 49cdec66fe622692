/**
 * How a hand deviates from a template: the whole figure bends smoothly, and
 * every place is slightly off.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import type { Place } from "./template.ts";

/** Waves that bend the sheet, each way. */
const WAVES = 3;

/** Lengths of these waves: no shorter than most strokes. */
const SHORTEST = 90;
const LONGEST = 260;

/**
 * A smooth bend of the sheet, as a sum of waves: neighbouring places move
 * alike, so a curve stays one.
 *
 * @param deviation Standard deviation of a place.
 * @param random Decides the waves.
 */
export function bend(
  deviation: number,
  random: Random,
): (place: Place) => Place {
  const waves = Array.from({ length: 2 * WAVES }, () => {
    const angle = random.between(0, 2 * Math.PI);
    const rate = 2 * Math.PI / random.between(SHORTEST, LONGEST);
    return {
      across: rate * Math.cos(angle),
      down: rate * Math.sin(angle),
      phase: random.between(0, 2 * Math.PI),
    };
  });
  // A sine's standard deviation is the square root of one half.
  const height = deviation * Math.sqrt(2 / WAVES);
  const moved = (from: number, [x, y]: Place): number => {
    let sum = 0;
    for (const { across, down, phase } of waves.slice(from, from + WAVES)) {
      sum += Math.sin(across * x + down * y + phase);
    }
    return height * sum;
  };
  return (place) => [
    place[0] + moved(0, place),
    place[1] + moved(WAVES, place),
  ];
}
