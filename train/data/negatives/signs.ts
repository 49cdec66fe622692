/**
 * Signs at any angle and of many proportions: arrows, stars, polygons, hearts, ticks, grids,
 * spirals and the like.
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

/** Turns places around the sheet's middle, which they were given from. */
function turned(places: readonly Place[], angle: number): Place[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return places.map(([x, y]): Place => [
    50 + cos * x - sin * y,
    70 + sin * x + cos * y,
  ]);
}

/** Straight lines from place to place. */
function cornered(places: readonly Place[]): Place[] {
  return places.flatMap(corner);
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

function heart(random: Random): FigureTemplate {
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
  const [right] = [[...dent, ...side.slice(0, 3), ...corner(side[3]!)]];
  const line = [...right, ...left.slice(0, 3).reverse(), dent[0]!];
  return [turned(line, 0.12 * random.normal())];
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

/** At least twice around; less would be a six or a nine. */
function spiral(random: Random): FigureTemplate {
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
function rings(random: Random): FigureTemplate {
  const count = 2 + random.below(2);
  const concentric = random.uniform() < 0.5;
  return Array.from({ length: count }, (_, i) => {
    const size = concentric ? 56 - 46 * i / count : random.between(22, 32);
    const x = concentric ? 50 : 20 + 60 * i / (count - 1);
    const y = concentric ? 70 : 70 + 6 * random.normal();
    return arc(x, y, size, size * random.between(0.9, 1.1), -1.5, 1.03);
  });
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

/** Bows in a ring. */
function cloud(random: Random): FigureTemplate {
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
function crescent(random: Random): FigureTemplate {
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

/** An eight that lies down: as wide as none that stands. */
function infinity(random: Random): FigureTemplate {
  const tall = random.between(16, 28);
  const line = Array.from({ length: 21 }, (_, i): Place => {
    const angle = 2 * Math.PI * i / 20 + 0.6;
    return [64 * Math.cos(angle), tall * Math.sin(2 * angle)];
  });
  return [turned(line, 0.1 * random.normal())];
}

/** With its dot, far enough from the stem to be seen. */
function questionMark(random: Random): FigureTemplate {
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
