/**
 * Ways of writing the digits that have a stem or a bar, as ranges: 1, 4, 5, 7 and 9.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import { arc, corner, stroke } from "./places.ts";
import type { FigureTemplate, Place, StrokeTemplate } from "./template.ts";

/** With a flag that is short or long, straight, bent, hooked or rounded; with or without a foot. */
export function one(random: Random): FigureTemplate {
  if (random.uniform() < 0.2) return roundedOne(random);
  const top: Place = [random.between(44, 72), random.between(-2, 4)];
  const bottom: Place = [top[0] + random.between(-30, 14), 140];
  const strokes: StrokeTemplate[] = [];
  const stem: Place[] = [];
  if (random.uniform() < 0.9) {
    const across = random.between(10, 70);
    // A flat flag would make a seven of it.
    const steep = random.between(across > 40 ? 0.8 : 0.6, 1.9);
    const down = Math.min(across * steep, 105);
    const end: Place = [top[0] - across, top[1] + down];
    if (random.uniform() < 0.4) {
      // A hook at the flag's end, to either side, now and then a curl.
      const curl = random.uniform() < 0.6 ? 1 : -1;
      const long = random.between(4, 18);
      stem.push([end[0] - random.between(2, 12) * curl, end[1] - long]);
      if (random.uniform() < 0.3) {
        stem.push([end[0] - random.between(4, 12), end[1] - long * 0.3]);
      }
    }
    stem.push(end);
    if (random.uniform() < 0.6) {
      const sag = random.between(-10, 12);
      stem.push([end[0] + across * 0.5 + sag, end[1] - down * 0.5 + sag]);
    }
  }
  stem.push(...corner(top));
  const foot = random.uniform() < 0.45
    ? [
      [bottom[0] - random.between(12, 50), 140 + random.between(-4, 4)],
      [bottom[0] + random.between(12, 50), 140 + random.between(-4, 4)],
    ] as const
    : undefined;
  if (foot && random.uniform() < 0.25) {
    stem.push(...corner(bottom), ...corner(foot[0]), foot[1]);
  } else {
    stem.push(bottom);
    if (foot) strokes.push([...foot]);
  }
  return [stem, ...strokes];
}

/**
 * The flag arches up to the top and bends over a shoulder into the stem, so
 * that it looks like a seven whose bar falls steeply. There is no foot.
 */
function roundedOne(random: Random): FigureTemplate {
  const top: Place = [random.between(46, 68), random.between(-2, 4)];
  const across = random.between(30, 66);
  const down = Math.min(across * random.between(0.68, 1.3), 80);
  const end: Place = [top[0] - across, top[1] + down];
  const arch = random.between(2, 14);
  const middle: Place = [
    end[0] + across * random.between(0.4, 0.65) - arch / 2,
    end[1] - down * random.between(0.5, 0.75) - arch / 2,
  ];
  const shoulder: Place = [
    top[0] + random.between(2, 14),
    top[1] + random.between(10, 34),
  ];
  const bottom: Place = [shoulder[0] + random.between(-24, 6), 140];
  // A pen in a hurry rounds the top; a careful one draws an angle.
  const angle = random.uniform() < 0.5 ? corner(top) : [top];
  return [[end, middle, ...angle, shoulder, bottom]];
}

/** Closed, open or a bolt with a stem; with a corner or a curve at its left. */
export function four(random: Random): FigureTemplate {
  if (random.uniform() < 0.12) return oneLineFour(random);
  const left: Place = [random.between(0, 12), random.between(58, 98)];
  const right: Place = [
    random.between(84, 108),
    left[1] + random.between(-10, 6),
  ];
  const stemX = random.between(54, 84);
  const isClosed = random.uniform() < 0.35;
  const from: Place = isClosed
    ? [stemX + random.between(-8, 4), random.between(0, 6)]
    : [random.between(2, 62), random.between(-2, 10)];
  const angle = random.uniform() < 0.7
    ? corner(left)
    : stroke([left[0], left[1] - 22], [left[0] + 16, left[1] - 2]);
  const stemTop = isClosed
    ? random.between(-2, 8)
    : random.between(0, left[1] - 12);
  return [
    [from, ...angle, right],
    stroke([stemX, stemTop], [stemX + random.between(-26, 6), 140]),
  ];
}

/** From the stem's foot up, down to the left and back across, or the other way round. */
function oneLineFour(random: Random): FigureTemplate {
  const x = random.between(60, 78);
  const bar = random.between(66, 98);
  const line: Place[] = [
    [x + random.between(-14, 6), 140],
    ...corner([x + random.between(-4, 10), random.between(-2, 8)]),
    ...corner([random.between(-2, 10), bar]),
    [random.between(86, 106), bar + random.between(-8, 4)],
  ];
  return [random.uniform() < 0.7 ? line : line.toReversed()];
}

/** With the bar apart, long or short, level or slanted. */
export function five(random: Random): FigureTemplate {
  const top: Place = [random.between(10, 32), random.between(2, 18)];
  const waist: Place = [random.between(6, 22), random.between(50, 66)];
  const barFrom: Place = [
    top[0] + random.between(-4, 14),
    random.between(-4, 12),
  ];
  const neck = random.uniform() < 0.7 ? corner(waist) : [waist];
  return [
    [
      top,
      ...neck,
      [random.between(46, 60), random.between(46, 62)],
      [random.between(80, 98), random.between(72, 98)],
      [random.between(68, 86), random.between(118, 130)],
      [random.between(36, 52), 140],
      [random.between(-2, 8), random.between(116, 138)],
    ],
    stroke(barFrom, [random.between(76, 108), random.between(-8, 12)]),
  ];
}

/** With a bar, a serif, both or neither; the stem straight or bent. */
export function seven(random: Random): FigureTemplate {
  const left: Place = [random.between(-2, 10), random.between(0, 12)];
  const right: Place = [random.between(82, 100), random.between(-2, 8)];
  const bottom: Place = [random.between(20, 62), 140];
  const strokes: StrokeTemplate[] = [];
  const line: Place[] = random.uniform() < 0.35
    ? [[left[0] - random.between(0, 6), left[1] + random.between(14, 32)]]
    : [];
  line.push(...corner(left), ...corner(right));
  const bend = random.between(-12, 8);
  line.push([(right[0] + bottom[0]) / 2 + bend, 72], bottom);
  if (random.uniform() < 0.65) {
    const y = random.between(54, 90);
    const x = right[0] + (bottom[0] - right[0]) * y / 140 + bend;
    const lean = random.between(-12, 12);
    strokes.push(stroke(
      [x - random.between(16, 46), y + lean],
      [x + random.between(14, 44), y - lean],
    ));
  }
  return [line, ...strokes];
}

/** With a large or a small loop, closed or open; the tail straight, hooked, flat or leaning. */
export function nine(random: Random): FigureTemplate {
  const isSmall = random.uniform() < 0.3;
  const wide = isSmall ? random.between(14, 22) : random.between(18, 46);
  const high = isSmall ? random.between(13, 20) : random.between(17, 40);
  const right = 84 + random.between(-4, 6);
  const middle = right - wide - random.between(0, 6);
  const loop = arc(
    middle,
    high,
    wide,
    high,
    random.between(-1.1, -0.3),
    -random.between(0.72, 1),
  );
  const neck = corner([right, high * random.between(0.2, 0.9)]);
  const kind = random.uniform();
  const tail: Place[] = kind < 0.25
    ? [[right + random.between(-12, 8), 140]]
    : kind < 0.55
    // Hooked.
    ? [
      [right + random.between(-2, 6), random.between(76, 100)],
      [right - random.between(14, 30), random.between(122, 138)],
      [random.between(20, 44), 140],
      [random.between(-2, 18), random.between(112, 138)],
    ]
    : kind < 0.8
    // Flat, along the line.
    ? [
      [right + random.between(-2, 4), random.between(86, 104)],
      ...corner([right - random.between(4, 20), random.between(130, 140)]),
      [random.between(-2, 26), 140],
    ]
    // Leaning.
    : [[random.between(20, 56), 140]];
  return [[...loop, ...neck, ...tail]];
}
