/**
 * Tables of the quality of a generator's digits.
 *
 * @module
 */

import type { DigitMetrics, GeneratorQuality } from "./metrics.ts";

/** A column: its heading, and the format of its figure. */
type Column = readonly [heading: string, write: (m: DigitMetrics) => string];

/** Every figure, with its display name. */
const COLUMNS: readonly Column[] = [
  ["Fréchet distance", (m) => m.frechet_distance.toFixed(3)],
  ["label agreement", (m) => percent(m.label_agreement)],
  ["precision", (m) => percent(m.precision)],
  ["recall", (m) => percent(m.recall)],
  ["density", (m) => m.density.toFixed(3)],
  ["coverage", (m) => percent(m.coverage)],
  ["1-NN two-sample", (m) => percent(m.nearest_neighbour_accuracy)],
  ["two-sample network", (m) => percent(m.two_sample_accuracy)],
  ["train on these", (m) => percent(m.train_on_generated_accuracy)],
  ["nearest training image", (m) => m.nearest_training_ratio.toFixed(3)],
];

/**
 * Two Markdown tables: every figure for the digits as served, in floating
 * point, and for real digits instead; then the served ones digit by digit.
 *
 * @returns Lines.
 */
export function qualitySection(
  { reference, int8, float, floor }: GeneratorQuality,
): string[] {
  return [
    `Compared with ${reference}, as many digits per label. The floor is the score of`,
    "real training images in their place; for the nearest training image it is",
    "the validation images' score.",
    "",
    "| measure | int8 | float | floor |",
    "| --- | --- | --- | --- |",
    ...COLUMNS.map(([name, write]) =>
      row([name, ...[int8, float, floor].map(({ all }) => write(all))])
    ),
    "",
    "The same for each digit, int8 (floor):",
    "",
    row(["digit", ...COLUMNS.map(([name]) => name)]),
    row(["---", ...COLUMNS.map(() => "---")]),
    ...int8.digits.map((metrics, digit) =>
      row([
        String(digit),
        ...COLUMNS.map(([, write]) =>
          `${write(metrics)} (${write(floor.digits[digit]!)})`
        ),
      ])
    ),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function percent(share: number | undefined): string {
  return share === undefined ? "not measured" : `${(share * 100).toFixed(1)} %`;
}
