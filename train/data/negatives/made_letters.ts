/**
 * Invented letters: stems, bars, diagonals and curves, combined as in alphabets.
 * Each has a part that no digit has, such as a second stem of full height.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import { arc, corner, stroke } from "../drawn/places.ts";
import type {
  FigureTemplate,
  Place,
  StrokeTemplate,
} from "../drawn/template.ts";

/** Rows of a letter. */
const TOP = 0;
const BOTTOM = 140;

/** Draws one letter, on the sheet of 100 x 140. */
type Letter = (random: Random) => FigureTemplate;

const LETTERS: readonly Letter[] = [
  twoStems,
  threeStems,
  comb,
  star,
  tent,
  ringAndStem,
  barredBow,
];

/** Draws one letter, with a tail or an accent now and then. */
export function madeLetter(random: Random): FigureTemplate {
  const strokes = [...LETTERS[random.below(LETTERS.length)]!(random)];
  if (random.uniform() < 0.12) {
    // A tail at the foot.
    const x = random.between(70, 105);
    strokes.push([[x, BOTTOM - 4], [x + random.between(-4, 10), BOTTOM + 30]]);
  }
  if (random.uniform() < 0.12) {
    const y = TOP - random.between(14, 30);
    strokes.push([
      [30, y],
      [50, y + random.between(-12, 12)],
      [70, y],
    ]);
  }
  return strokes;
}

/** Two stems of full height, joined at least once. */
function twoStems(random: Random): FigureTemplate {
  const left = random.between(0, 14);
  const right = random.between(82, 100);
  const lean = random.between(-10, 10);
  const strokes: StrokeTemplate[] = [
    stroke([left, TOP], [left + lean, BOTTOM]),
    stroke([right, TOP], [right + lean, BOTTOM]),
  ];
  const kind = random.below(5);
  if (kind === 0) {
    const y = random.between(50, 95);
    strokes.push(stroke([left, y], [right, y + random.between(-16, 16)]));
  } else if (kind === 1) {
    const isDown = random.uniform() < 0.5;
    strokes.push(
      stroke([left, isDown ? TOP : BOTTOM], [right, isDown ? BOTTOM : TOP]),
    );
  } else if (kind === 2) {
    const y = random.uniform() < 0.5 ? TOP : BOTTOM;
    strokes.push(stroke([left - 6, y], [right + 6, y]));
  } else if (kind === 3) {
    const y = random.between(40, 110);
    strokes.push([[left, TOP], ...corner([50, y]), [right, TOP]]);
  } else {
    // A curve between them.
    const down = random.between(20, 60);
    const isTop = random.uniform() < 0.5;
    strokes.push([
      [left, isTop ? 60 : 80],
      [50, isTop ? 60 - down : 80 + down],
      [right, isTop ? 60 : 80],
    ]);
  }
  return strokes;
}

/** Three stems with a bar along the top, the foot or the middle. */
function threeStems(random: Random): FigureTemplate {
  const top = random.between(0, 50);
  const y = [top, BOTTOM, random.between(top + 20, 120)][random.below(3)]!;
  return [
    stroke([2, top], [2, BOTTOM]),
    stroke([random.between(42, 58), top], [random.between(42, 58), BOTTOM]),
    stroke([98, top], [98, BOTTOM]),
    stroke([0, y], [100, y + random.between(-6, 6)]),
  ];
}

/** A stem with two bars or more to its right, or three or more through it. */
function comb(random: Random): FigureTemplate {
  const isThrough = random.uniform() < 0.4;
  // A stem with two bars through it looks like a one with a foot.
  const bars = (isThrough ? 3 : 2) + random.below(2);
  const stem = isThrough ? 50 : 8;
  const slope = random.between(-14, 14);
  const gaps = bars - (random.uniform() < 0.5 ? 1 : 0.4);
  return [
    stroke([stem, TOP], [stem, BOTTOM]),
    ...Array.from({ length: bars }, (_, i) => {
      const y = BOTTOM * (i + random.between(-0.1, 0.1)) / gaps;
      return stroke(
        [isThrough ? 0 : stem, y + slope],
        [random.between(74, 100), y - slope],
      );
    }),
  ];
}

/** Lines that cross in the middle, three or more. */
function star(random: Random): FigureTemplate {
  const lines = 3 + random.below(2);
  const first = random.between(0, Math.PI);
  return Array.from({ length: lines }, (_, i) => {
    const angle = first + Math.PI * (i + random.between(-0.1, 0.1)) / lines;
    const [across, down] = [50 * Math.cos(angle), 68 * Math.sin(angle)];
    return stroke([50 - across, 70 - down], [50 + across, 70 + down]);
  });
}

/**
 * Two slanted stems that meet at the foot, or at the top with a bar or a floor;
 * without these they would be a one with a long flag.
 */
function tent(random: Random): FigureTemplate {
  const isUpright = random.uniform() < 0.6;
  const [peak, feet] = isUpright ? [TOP, BOTTOM] : [BOTTOM, TOP];
  const legs: StrokeTemplate = [
    [random.between(-2, 12), feet],
    ...corner([random.between(40, 60), peak]),
    [random.between(88, 102), feet],
  ];
  const kind = random.below(4);
  if (kind === 0 && !isUpright) return [legs];
  const y = kind === 1 ? feet : random.between(60, 95);
  const reach = kind === 1 ? 52 : 30;
  const strokes = [legs, stroke([50 - reach, y], [50 + reach, y])];
  if (kind === 3) strokes.push(stroke([50, peak], [50, feet]));
  return strokes;
}

/** A ring with a stem through it, or between a stem and a bar. */
function ringAndStem(random: Random): FigureTemplate {
  const high = random.between(24, 44);
  if (random.uniform() < 0.5) {
    return [
      arc(50, 70, random.between(36, 52), high, -1.4, 1.02),
      stroke([50, TOP - 4], [50 + random.between(-8, 8), BOTTOM + 4]),
    ];
  }
  const wide = random.between(22, 30);
  return [
    stroke([0, TOP], [0, BOTTOM]),
    stroke([0, 70], [98 - 2 * wide, 70]),
    arc(100 - wide, 70, wide, random.between(40, 68), -1.4, 1.02),
  ];
}

/** A curve open to the right, with one bar or two in its middle. */
function barredBow(random: Random): FigureTemplate {
  const bow: Place[] = arc(
    60,
    70,
    58,
    70,
    -random.between(0.5, 1),
    -random.between(0.66, 0.74),
  );
  const y = random.between(52, 88);
  const to = random.between(60, 100);
  return random.uniform() < 0.6 ? [bow, stroke([2, y], [to, y])] : [
    bow,
    stroke([-10, y - 12], [to, y - 12]),
    stroke([-10, y + 12], [to, y + 12]),
  ];
}
