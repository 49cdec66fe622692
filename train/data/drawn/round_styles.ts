/**
 * Ways of writing the digits that are made of curves, as ranges: 0, 2, 3, 6 and 8.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import { arc, corner } from "./places.ts";
import type { FigureTemplate, Place } from "./template.ts";

/** Slashed, curled into itself, or with ends that cross or do not meet. */
export function zero(random: Random): FigureTemplate {
  const wide = random.between(26, 48);
  const start = random.between(-2.4, -0.7);
  const turns = random.between(0.93, 1.14);
  const round = arc(50, 70, wide, 70, start, -turns);
  const kind = random.uniform();
  if (kind < 0.35) {
    const reach = random.between(0.6, 1.3);
    const lean = random.between(0.5, 1.1);
    return [round, [
      [50 + lean * reach * wide, 70 - reach * 60],
      [50 - lean * reach * wide, 70 + reach * 60],
    ]];
  }
  if (kind < 0.45) {
    // A small loop at the top, inside the ring.
    const [x, y] = round.at(-1)!;
    const size = random.between(7, 15);
    return [[...round, ...arc(x, y + size, size * 1.3, size, -1.6, -0.8)]];
  }
  if (kind < 0.65) {
    const [x, y] = round.at(-1)!;
    const inwards = random.between(14, 40);
    return [[
      ...round,
      [x + (50 - x) * 0.8, y + 0.4 * inwards],
      [x + (50 - x) * 1.2 + random.between(-8, 8), y + inwards],
    ]];
  }
  return [round];
}

/** With a round top or a flat one, a loop at its foot or a corner, the foot straight or waved. */
export function two(random: Random): FigureTemplate {
  const high = random.between(22, 42);
  const wide = random.between(32, 48);
  const left: Place = [random.between(0, 16), random.between(131, 140)];
  const top = random.uniform() < 0.82
    ? arc(
      50,
      high,
      wide,
      high,
      -Math.PI * random.between(0.85, 1.2),
      random.between(0.5, 0.66),
    )
    : [
      ...corner([random.between(2, 14), random.between(0, 10)]),
      ...corner([random.between(80, 98), random.between(-2, 8)]),
    ];
  const down: Place = [
    random.between(44, 66),
    random.between(76, 100),
  ];
  const right: Place = [random.between(86, 112), random.between(124, 142)];
  if (random.uniform() < 0.45) {
    // A loop, small or large, that the foot leaves to the right.
    const size = random.between(6, 16);
    const loop = arc(left[0] + size, 134 - size, size, size * 0.8, 1.2, 0.85);
    return [[...top, down, ...loop, [58, random.between(124, 138)], right]];
  }
  const foot: Place[] = random.uniform() < 0.6
    ? [right]
    : [[left[0] + 28, left[1] - 8], [70, 140], [right[0], right[1] - 8]];
  return [[...top, down, ...corner(left), ...foot]];
}

/** With a round top or a flat one, the waist pointed, looped or hardly there. */
export function three(random: Random): FigureTemplate {
  const waist: Place = [random.between(26, 56), random.between(54, 72)];
  const top: Place[] = random.uniform() < 0.72
    ? [
      [random.between(4, 20), random.between(8, 30)],
      [random.between(36, 52), random.between(-2, 4)],
      [random.between(74, 90), random.between(18, 34)],
      [random.between(62, 76), random.between(44, 54)],
    ]
    : [
      ...corner([random.between(2, 14), random.between(0, 8)]),
      ...corner([random.between(72, 96), random.between(-2, 6)]),
    ];
  const kind = random.uniform();
  const middle: Place[] = kind < 0.6 ? corner(waist) : kind < 0.8
    // A small loop.
    ? [
      [waist[0] - 8, waist[1] + 2],
      [waist[0] - 4, waist[1] + random.between(8, 14)],
      [waist[0] + 6, waist[1] + 2],
    ]
    : [[waist[0] + 18, waist[1]]];
  return [[
    ...top,
    ...middle,
    [random.between(72, 88), random.between(72, 84)],
    [random.between(82, 102), random.between(96, 112)],
    [random.between(64, 80), random.between(126, 136)],
    [random.between(34, 52), 140],
    [random.between(-2, 16), random.between(112, 134)],
  ]];
}

/** With a straight neck or a curve, its ring large or small, closed, open or overshot. */
export function six(random: Random): FigureTemplate {
  const wide = random.between(22, 46);
  const high = random.between(18, 38);
  const x = 8 + wide + random.between(0, 10);
  const y = 140 - high;
  const from: Place = [
    random.between(30, 96),
    random.between(-2, 10),
  ];
  const left: Place = [x - wide, y - random.between(0, 14)];
  const neck: Place = [
    (from[0] + left[0]) / 2 - random.between(0, 20),
    random.between(34, 56),
  ];
  const ring = arc(x, y, wide, high, Math.PI, -random.between(0.82, 1.08));
  return [[from, neck, left, ...ring.slice(1)]];
}

/** In one line that crosses itself, from the top or the middle; or two rings. */
export function eight(random: Random): FigureTemplate {
  const upper = random.between(22, 40);
  const lower = random.between(24, 46);
  const middle = random.between(50, 74);
  const x = 50 + random.between(-6, 6);
  const high = middle / 2;
  const deep = (140 - middle) / 2;
  if (random.uniform() < 0.25) {
    return [
      arc(x, high, upper, high, random.between(-2, 1.6), 1.04),
      arc(50, 140 - deep, lower, deep, random.between(-2.2, -1), 1.04),
    ];
  }
  const left: Place = [x - upper, high];
  const ends = random.between(0, 14);
  return [[
    [x + upper * random.between(0.6, 1), high * random.between(0.3, 0.9)],
    [x, random.between(-2, 4)],
    left,
    [50, middle],
    [50 + lower, 140 - deep],
    [50, 140],
    [50 - lower, 140 - deep],
    [50 + random.between(-4, 8), middle + random.between(-4, 6)],
    [x + upper - random.between(0, 8), high],
    [x + upper * 0.4 + random.between(-10, 10), ends],
  ]];
}
