/**
 * Signs that are made of curves: hearts, spirals, rings, clouds, moons.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import { arc, corner } from "../drawn/places.ts";
import type { FigureTemplate, Place } from "../drawn/template.ts";
import { cornered, turned } from "./turned.ts";

/** With a dip that is shallow or deep. */
export function heart(random: Random): FigureTemplate {
  const dip = random.between(14, 34);
  const wide = random.between(40, 58);
  const side: Place[] = [
    [wide * 0.5, -48],
    [wide, -30],
    [wide * 0.9, 6],
    [0, random.between(50, 64)],
  ];
  const left = side.map(([x, y]): Place => [-x, y]);
  const dent = corner([0, -48 + dip]);
  const right = [...dent, ...side.slice(0, 3), ...corner(side[3]!)];
  const line = [...right, ...left.slice(0, 3).reverse(), dent[0]!];
  return [turned(line, 0.12 * random.normal())];
}

/** At least twice around; less would be a six or a nine. */
export function spiral(random: Random): FigureTemplate {
  const turns = random.between(2.1, 4);
  const first = random.between(0, 2 * Math.PI);
  const way = random.uniform() < 0.5 ? 1 : -1;
  const squared = random.uniform() < 0.2;
  const pieces = Math.round(turns * (squared ? 4 : 10));
  const line = Array.from({ length: pieces + 1 }, (_, i): Place => {
    const angle = first + way * 2 * Math.PI * turns * i / pieces;
    const reach = 4 + 54 * i / pieces;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
  return [turned(squared ? cornered(line) : line, 0)];
}

/** Rings within rings, beside each other or linked. */
export function rings(random: Random): FigureTemplate {
  const count = 2 + random.below(2);
  const concentric = random.uniform() < 0.5;
  return Array.from({ length: count }, (_, i) => {
    const size = concentric ? 56 - 46 * i / count : random.between(22, 32);
    const x = concentric ? 50 : 20 + 60 * i / (count - 1);
    const y = concentric ? 70 : 70 + 6 * random.normal();
    return arc(x, y, size, size * random.between(0.9, 1.1), -1.5, 1.03);
  });
}

/** Curves in a ring. */
export function cloud(random: Random): FigureTemplate {
  const bows = 5 + random.below(4);
  const tall = random.between(0.5, 0.85);
  const line: Place[] = [];
  for (let i = 0; i <= bows; i++) {
    const at = (share: number, reach: number): Place => {
      const angle = 2 * Math.PI * (i + share) / bows;
      return [reach * Math.cos(angle), tall * reach * Math.sin(angle)];
    };
    line.push(...corner(at(0, 42)));
    if (i < bows) line.push(at(0.3, 60), at(0.7, 60));
  }
  return [turned(line, 0)];
}

/** A moon. */
export function crescent(random: Random): FigureTemplate {
  const bite = random.between(0.1, 0.6);
  const bow = arc(0, 0, 54, 60, -1.7, -0.46);
  const inside = bow.slice(1, -1).reverse()
    .map(([x, y]): Place => [x * bite, y * 0.9]);
  const line = [
    ...corner(bow[0]!),
    ...bow.slice(1, -1),
    ...corner(bow.at(-1)!),
    ...inside,
    bow[0]!,
  ];
  return [turned(line, random.between(-0.6, 0.6))];
}

/** A lying eight: wider than any upright one. */
export function infinity(random: Random): FigureTemplate {
  const tall = random.between(16, 28);
  const line = Array.from({ length: 21 }, (_, i): Place => {
    const angle = 2 * Math.PI * i / 20 + 0.6;
    return [64 * Math.cos(angle), tall * Math.sin(2 * angle)];
  });
  return [turned(line, 0.1 * random.normal())];
}

/** With its dot, far enough from the stem to be seen. */
export function questionMark(random: Random): FigureTemplate {
  const wide = random.between(24, 40);
  const hook = arc(
    0,
    -34,
    wide,
    30,
    -Math.PI * random.between(0.95, 1.2),
    0.68,
  );
  const neck = random.between(2, 14);
  return [
    turned([...hook, [2, neck], [0, neck + random.between(14, 24)]], 0),
    turned([[0, 58], [random.between(1, 5), 60]], 0),
  ];
}
