/**
 * Strokes without a meaning, and faces.
 *
 * @module
 */

import type { Stroke } from "../../../src/image/strokes.ts";
import type { Random } from "../../../src/network/random.ts";
import { smoothStroke } from "../drawn/curve.ts";
import type { Place } from "../drawn/template.ts";

/** One or a few wandering strokes. */
export function scribble(random: Random): Stroke[] {
  return Array.from({ length: 1 + random.below(3) }, () => {
    const places: Place[] = [];
    for (let i = 5 + random.below(10); i > 0; i--) {
      places.push([random.between(0, 100), random.between(0, 120)]);
    }
    return smoothStroke(places);
  });
}

/** A pen that moves up and down while advancing, like shading. */
export function hatching(random: Random): Stroke[] {
  const turns = 6 + random.below(9);
  const lean = random.between(-25, 25);
  const places: Place[] = [];
  for (let i = 0; i <= turns; i++) {
    const along = 100 * i / turns + 3 * random.normal();
    const low = i % 2 === 0;
    places.push([
      along + (low ? -lean : lean),
      (low ? 100 : 10) + 8 * random.normal(),
    ]);
  }
  return [smoothStroke(places)];
}

/** Loops on a line, like a coil spring. */
export function coil(random: Random): Stroke[] {
  const loops = 3 + random.below(4);
  const places: Place[] = [];
  const upright = random.uniform() < 0.3;
  for (let i = 0; i <= loops * 8; i++) {
    const angle = 2 * Math.PI * i / 8;
    const along = 30 * i / 8 + 22 * Math.cos(angle) + random.normal();
    const across = 40 * Math.sin(angle) + random.normal();
    places.push(upright ? [across, along] : [along, across]);
  }
  return [smoothStroke(places)];
}

/** A circle with eyes and a mouth, all inexact. */
export function face(random: Random): Stroke[] {
  const mouth = random.between(-14, 18);
  const eye = random.between(24, 32);
  const wobble = (): number => 2.5 * random.normal();
  const round: Place[] = [];
  const turns = random.between(0.95, 1.1);
  for (let i = 0; i <= 12; i++) {
    const angle = 2 * Math.PI * turns * i / 12 - Math.PI / 2;
    round.push([
      50 + 50 * Math.cos(angle) + wobble(),
      50 + 50 * Math.sin(angle) + wobble(),
    ]);
  }
  const dot = (x: number): Stroke => {
    const y = 38 + wobble();
    const tall = random.uniform() < 0.4 ? random.between(6, 14) : 1;
    return { x: [x, x + 1], y: [y, y + tall] };
  };
  const strokes = [
    smoothStroke(round),
    dot(eye + wobble()),
    dot(100 - eye + wobble()),
    smoothStroke([
      [26 + wobble(), 68 + wobble()],
      [50 + wobble(), 68 + mouth + wobble()],
      [74 + wobble(), 68 + wobble()],
    ]),
  ];
  if (random.uniform() < 0.25) {
    strokes.push({ x: [50, 48 + wobble()], y: [46, 58 + wobble()] });
  }
  return strokes;
}

/** One or more taps of the pen. */
export function dots(random: Random): Stroke[] {
  const count = random.uniform() < 0.4 ? 1 : 2 + random.below(6);
  return Array.from({ length: count }, () => {
    const x = random.between(0, 100);
    const y = random.between(0, 100);
    // A single tap must not slip, or it would look like a one.
    const slip = count === 1 ? 0 : 2;
    return {
      x: [x, x + slip * random.normal()],
      y: [y, y + slip * random.normal()],
    };
  });
}
