/**
 * Line drawings composed by program: a body with windows, legs, wings, handles
 * and hats. They show nothing in particular, but have the same parts as
 * people's drawings. The things that are kept out of training are not drawn.
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

/** A body: its centre and size. */
interface Body {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
}

/** A part attached to a body. */
type Attachment = (body: Body, random: Random) => StrokeTemplate[];

const ATTACHMENTS: readonly Attachment[] = [
  // Legs.
  ({ x, y, wide, high }, random) => {
    const count = 2 + random.below(3);
    const long = random.between(12, 40);
    const splay = random.between(-8, 8);
    return Array.from({ length: count }, (_, i) => {
      const at = x + wide * 0.8 * (2 * i / (count - 1) - 1);
      const out = splay * (2 * i / (count - 1) - 1);
      return stroke([at, y + high * 0.8], [at + out, y + high + long]);
    });
  },
  // A hat with a brim.
  ({ x, y, wide, high }, random) => {
    const tall = random.between(12, 34);
    const crown = wide * random.between(0.4, 0.8);
    return [
      stroke([x - wide * 1.3, y - high], [x + wide * 1.3, y - high]),
      [
        ...corner([x - crown, y - high]),
        ...corner([x - crown, y - high - tall]),
        ...corner([x + crown, y - high - tall]),
        ...corner([x + crown, y - high]),
      ],
    ];
  },
  // A handle over it, as of a basket.
  ({ x, y, wide, high }, random) => {
    const reach = wide * random.between(0.4, 1);
    const up = y - high - random.between(14, 40);
    return [[
      [x - reach, y - high * 0.8],
      [x - reach * 0.7, up],
      [x + reach * 0.7, up],
      [x + reach, y - high * 0.8],
    ]];
  },
  // Antennas.
  ({ x, y, wide, high }, random) => {
    const long = random.between(14, 40);
    const out = random.between(0, 24);
    return [-1, 1].map((side): Place[] => [
      [x + side * wide * 0.3, y - high * 0.9],
      [x + side * wide * 0.5, y - high - long / 2],
      [x + side * (wide * 0.5 + out), y - high - long],
    ]);
  },
  // Windows or eyes.
  ({ x, y, wide, high }, random) => {
    const count = 1 + random.below(3);
    const size = random.between(0.12, 0.25) * Math.min(wide, high);
    const level = y + high * random.between(-0.4, 0.3);
    return Array.from({ length: count }, (_, i) => {
      const at = x + wide * ((i + 0.5) / count - 0.5) * 1.2;
      return random.uniform() < 0.5
        ? arc(at, level, size, size, 0, 1.03)
        : box({ x: at, y: level, wide: size, high: size });
    });
  },
  // A line or two across.
  ({ x, y, wide, high }, random) =>
    Array.from({ length: 1 + random.below(2) }, () => {
      const level = y + high * random.between(-0.6, 0.6);
      return stroke([x - wide, level], [
        x + wide,
        level + random.between(-8, 8),
      ]);
    }),
  // A smaller body on it or under it.
  ({ x, y, wide, high }, random) => {
    const size = random.between(0.4, 0.7);
    const up = random.uniform() < 0.6 ? -1 : 1;
    return [
      outline({
        x: x + random.between(-0.3, 0.3) * wide,
        y: y + up * high * (1 + size),
        wide: wide * size,
        high: high * size,
      }, random),
    ];
  },
  // Arms, wings or fins at both sides.
  ({ x, y, wide, high }, random) => {
    const out = random.between(16, 40);
    const bend = random.between(-24, 24);
    const level = y + high * random.between(-0.5, 0.3);
    return [-1, 1].map((side): Place[] => [
      [x + side * wide * 0.9, level],
      [x + side * (wide + out / 2), level + bend],
      [x + side * (wide + out), level + bend * random.between(-0.5, 1.5)],
    ]);
  },
  // The ground.
  ({ x, y, wide, high }, random) => [
    stroke([x - wide - random.between(8, 30), y + high], [
      x + wide + random.between(8, 30),
      y + high + random.between(-3, 3),
    ]),
  ],
];

/** Draws one: a body and one to three different attachments. */
export function drawing(random: Random): FigureTemplate {
  const body: Body = {
    x: 50,
    y: 70,
    wide: random.between(28, 50),
    high: random.between(28, 50),
  };
  const strokes: StrokeTemplate[] = [outline(body, random)];
  const left = [...ATTACHMENTS];
  for (let n = 1 + random.below(3); n > 0; n--) {
    const [attachment] = left.splice(random.below(left.length), 1);
    strokes.push(...attachment!(body, random));
  }
  return strokes;
}

function outline(body: Body, random: Random): StrokeTemplate {
  const { x, y, wide, high } = body;
  const kind = random.below(5);
  if (kind === 0) return box(body);
  if (kind === 1) {
    // A bowl or a dome.
    const up = random.uniform() < 0.5 ? 1 : -1;
    const bow = arc(x, y - up * high * 0.6, wide, high * 1.6, 0, 0.5 * up);
    return [
      ...corner(bow[0]!),
      ...bow.slice(1),
      ...corner(bow.at(-1)!),
      bow[0]!,
    ];
  }
  if (kind === 2) {
    const narrow = random.between(0.2, 0.8);
    return [
      [x - wide * narrow, y - high],
      [x + wide * narrow, y - high],
      [x + wide, y + high],
      [x - wide, y + high],
      [x - wide * narrow, y - high],
    ].flatMap(([across, down]) => corner([across!, down!]));
  }
  return arc(x, y, wide, high, -1.5, 1.03);
}

function box({ x, y, wide, high }: Body): StrokeTemplate {
  return [
    [x - wide, y - high],
    [x + wide, y - high],
    [x + wide, y + high],
    [x - wide, y + high],
    [x - wide, y - high],
  ].flatMap(([across, down]) => corner([across!, down!]));
}
