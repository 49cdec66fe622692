/**
 * Signs at any angle and of many proportions: arrows, stars, polygons, hearts, ticks, grids,
 * spirals and the like.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import { stroke } from "../drawn/places.ts";
import type {
  FigureTemplate,
  Place,
  StrokeTemplate,
} from "../drawn/template.ts";
import {
  cloud,
  crescent,
  heart,
  infinity,
  questionMark,
  rings,
  spiral,
} from "./round_signs.ts";
import { cornered, turned } from "./turned.ts";

/** Draws one sign around the middle of the sheet of 100 x 140. */
type Sign = (random: Random) => FigureTemplate;

const SIGNS: readonly Sign[] = [
  arrow,
  starOutline,
  polygons,
  heart,
  tick,
  grid,
  spiral,
  rings,
  rays,
  bars,
  cloud,
  crescent,
  bolt,
  infinity,
  questionMark,
];

/** Draws one sign. */
export function sign(random: Random): FigureTemplate {
  return SIGNS[random.below(SIGNS.length)]!(random);
}

/** With a head at one end or both. */
function arrow(random: Random): FigureTemplate {
  const angle = random.below(8) * Math.PI / 4 + 0.15 * random.normal();
  const head = random.between(16, 40);
  const spread = random.between(14, 34);
  const headAt = (x: number, back: number): Place[] =>
    cornered([[x + back, -spread], [x, 0], [x + back, spread]]);
  const strokes = [turned(stroke([-50, 0], [50, 0]), angle)];
  strokes.push(turned(headAt(50, -head), angle));
  if (random.uniform() < 0.2) strokes.push(turned(headAt(-50, head), angle));
  return strokes;
}

/** Four to eight points, as an outline or in one line that crosses itself. */
function starOutline(random: Random): FigureTemplate {
  const points = 4 + random.below(5);
  const first = -Math.PI / 2 + 0.2 * random.normal();
  if (points % 2 === 1 && random.uniform() < 0.5) {
    const skip = (points - 1) / 2;
    const line = Array.from({ length: points + 1 }, (_, i): Place => {
      const angle = 2 * Math.PI * i * skip / points;
      return [58 * Math.cos(angle), 58 * Math.sin(angle)];
    });
    return [turned(cornered(line), first)];
  }
  const inner = random.between(0.3, 0.6);
  const line = Array.from({ length: 2 * points + 1 }, (_, i): Place => {
    const angle = Math.PI * i / points;
    const reach = i % 2 === 0 ? 60 : 60 * inner;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
  return [turned(cornered(line), first)];
}

/** Three to six sides of any proportions; now and then another one inside. */
function polygons(random: Random): FigureTemplate {
  const sides = 3 + random.below(4);
  const first = random.between(0, 2 * Math.PI);
  const tall = random.between(0.7, 1.4);
  const outline = (size: number): Place[] =>
    turned(
      cornered(
        Array.from({ length: sides + 1 }, (_, i): Place => {
          const angle = first + 2 * Math.PI * (i % sides) / sides;
          return [size * Math.cos(angle), tall * size * Math.sin(angle)];
        }),
      ),
      0,
    );
  const strokes = [outline(56)];
  if (random.uniform() < 0.25) strokes.push(outline(random.between(15, 40)));
  return strokes;
}

/** Now and then in a box. */
function tick(random: Random): FigureTemplate {
  const dip = random.between(-30, -5);
  const line = turned(
    cornered([
      [-random.between(38, 55), random.between(-12, 14)],
      [dip, random.between(28, 46)],
      [random.between(38, 60), -random.between(40, 62)],
    ]),
    0,
  );
  if (random.uniform() > 0.3) return [line];
  const box: Place[] = [[-50, -40], [50, -40], [50, 50], [-50, 50], [-50, -40]];
  return [line, turned(cornered(box), 0)];
}

/** Lines across lines, as of a net, a hash or a window. */
function grid(random: Random): FigureTemplate {
  const angle = random.uniform() < 0.6 ? 0.08 * random.normal() : 0.78;
  const strokes: StrokeTemplate[] = [];
  for (const quarter of [0, Math.PI / 2]) {
    const lines = 2 + random.below(3);
    for (let i = 0; i < lines; i++) {
      const y = 72 * ((i + 0.5) / lines - 0.5) * random.between(0.9, 1.2);
      strokes.push(turned(stroke([-54, y], [54, y]), angle + quarter));
    }
  }
  return strokes;
}

/** Lines outwards from a middle that is open. */
function rays(random: Random): FigureTemplate {
  const count = 5 + random.below(6);
  const hole = random.between(8, 26);
  return Array.from({ length: count }, (_, i) => {
    const angle = 2 * Math.PI * (i + random.between(-0.15, 0.15)) / count;
    return turned(stroke([hole, 0], [random.between(46, 60), 0]), angle);
  });
}

/** Three to six lines beside each other, of even or uneven length. */
function bars(random: Random): FigureTemplate {
  const count = 3 + random.below(4);
  const angle = random.uniform() < 0.5 ? 0 : random.between(0, Math.PI);
  const uneven = random.uniform() < 0.5;
  return Array.from({ length: count }, (_, i) => {
    const y = 100 * ((i + random.between(0.4, 0.6)) / count - 0.5);
    const to = uneven ? random.between(-10, 56) : 52;
    return turned(stroke([-52, y], [to, y]), angle);
  });
}

/** Lightning, as an outline. */
function bolt(random: Random): FigureTemplate {
  const lean = random.between(-12, 12);
  const line: Place[] = [
    [10 + lean, -66],
    [-34, 6],
    [-4, 6],
    [-20 - lean, 66],
    [36, -14],
    [6, -14],
    [10 + lean, -66],
  ];
  return [turned(cornered(line), 0.1 * random.normal())];
}
