/**
 * Fits the weights by which seams are ranked (src/number/seam_score.ts) to rows
 * composed of MNIST's training digits, and prints them.
 *
 * `deno run -A train/evaluate/numbers/fit_seams.ts [rows]`
 *
 * @module
 */

import { Matrix, solve } from "ml-matrix";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { composedRow } from "../../../src/network/streams.ts";
import { findInk } from "../../../src/number/ink_plane.ts";
import {
  heightOf,
  penWidth,
  type Piece,
  piecesOf,
} from "../../../src/number/pieces.ts";
import {
  type SeamFeatures,
  seamFeatures,
} from "../../../src/number/seam_score.ts";
import { findSeams } from "../../../src/number/seams.ts";
import type { Dataset } from "../../data/dataset.ts";
import { loadMnistParts } from "../../data/parts.ts";
import { composeRow, type RowOptions } from "./rows.ts";

/**
 * Minimum share of a piece's ink that a true seam assigns to the right digit.
 */
const TRUE = 0.96;

/** Seed of the rows, different from those of `evaluate:numbers`. */
const SEED = 77;

/**
 * Kinds of rows, used in turn: pairs, and single digits, which no seam
 * separates.
 */
const KINDS: readonly RowOptions[] = [32, 24, 48, 64].flatMap((height) => [
  { height, digits: [2, 3], touching: 1, slope: 0 },
  { height, digits: [2, 2], touching: 1, depth: 0.08, slope: 0 },
  { height, digits: [2, 2], touching: 1, slope: 0 },
  { height, digits: [1, 1], touching: 0, slope: 0 },
]);

/** A seam and whether it separates two digits. */
interface Example {
  readonly features: SeamFeatures;
  readonly isTrue: boolean;
}

/** Seams of all pieces of some rows. */
function examplesOf(dataset: Dataset, rows: number): Example[] {
  const examples: Example[] = [];
  for (let i = 0; i < rows; i++) {
    const kind = KINDS[i % KINDS.length]!;
    const { image, owners } = composeRow(dataset, composedRow(SEED, i), kind);
    const plane = findInk(image);
    if (plane === null) continue;
    const { ink, width, threshold } = plane;
    const pieces = piecesOf(findComponents(ink, width, threshold), width);
    const stroke = penWidth(pieces);
    const tallest = Math.max(...pieces.map(heightOf));
    for (const piece of pieces) {
      if (heightOf(piece) < tallest / 2) continue;
      for (const seam of findSeams(piece, plane)) {
        examples.push({
          features: seamFeatures(piece, seam, tallest, stroke),
          isTrue: parts(piece, seam.columns, owners, width),
        });
      }
    }
  }
  return examples;
}

/** Whether a seam has a digit and those before to its left, the others to its right. */
function parts(
  { runs, top, area }: Piece,
  columns: Int32Array,
  owners: Int8Array,
  width: number,
): boolean {
  const found = new Set<number>();
  // For each digit, its ink to the left of the seam and to the right.
  const sides = new Map<number, [number, number]>();
  for (let at = 0; at < runs.length; at += 3) {
    const row = runs[at]!;
    for (let x = runs[at + 1]!; x < runs[at + 2]!; x++) {
      const digit = owners[row * width + x]!;
      found.add(digit);
      const side = sides.get(digit) ?? [0, 0];
      side[x < columns[row - top]! ? 0 : 1]++;
      sides.set(digit, side);
    }
  }
  const digits = [...found].sort((a, b) => a - b);
  return digits.slice(1).some((first) => {
    let right = 0;
    for (const [digit, [before, after]] of sides) {
      right += digit < first ? before : after;
    }
    return right >= TRUE * area;
  });
}

/** Logistic regression by Newton's method. */
function fit(examples: readonly Example[], names: readonly string[]): number[] {
  const rows = examples.map(({ features }) =>
    names.map((name) => features[name as keyof SeamFeatures])
  );
  let weights = names.map(() => 0);
  for (let step = 0; step < 12; step++) {
    const gradient = names.map(() => 0);
    const hessian = names.map((_, i) => names.map((_, j) => i === j ? 1 : 0));
    rows.forEach((row, k) => {
      const sum = row.reduce((sum, value, i) => sum + value * weights[i]!, 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const error = Number(examples[k]!.isTrue) - chance;
      row.forEach((value, i) => {
        gradient[i]! += error * value;
        const spread = chance * (1 - chance) * value;
        row.forEach((other, j) => hessian[i]![j]! += spread * other);
      });
    });
    const change = solve(
      new Matrix(hessian),
      Matrix.columnVector(gradient),
    ).to1DArray();
    weights = weights.map((weight, i) => weight + change[i]!);
  }
  return weights;
}

const { training } = await loadMnistParts();
const examples = examplesOf(training, Number(Deno.args[0] ?? 4000));
const names = Object.keys(examples[0]!.features);
const weights = fit(examples, names);
const share = examples.filter(({ isTrue }) => isTrue).length / examples.length;
console.log(`${examples.length} seams, ${(100 * share).toFixed(1)} % true`);
names.forEach((name, i) =>
  console.log(`  ${name}: ${weights[i]!.toFixed(2)},`)
);
