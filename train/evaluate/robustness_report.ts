/**
 * What damage and pictures without a digit do to a recognizer, as tables for people.
 *
 * @module
 */

import { type DamageResult, meanAccuracy } from "./damage/suite.ts";
import type { RejectionResult } from "./rejection/measure.ts";

/** A Markdown table of every kind of damage, with each suite's mean and worst. */
export function damageTable(results: readonly DamageResult[]): string[] {
  const suites = [
    ["client", "pictures, through the image path"],
    ["mnist_c", "MNIST-C's corruptions, as they are"],
  ] as const;
  return suites.flatMap(([suite, title]) => {
    const of = results.filter((result) => result.suite === suite);
    return [
      "",
      `| ${title} | read right |`,
      "| --- | --- |",
      ...of.map(({ name, accuracy }) => `| ${name} | ${percent(accuracy)} |`),
      `| mean | ${percent(meanAccuracy(results, suite))} |`,
    ];
  });
}

/** A Markdown table of every kind of picture, after a line on the digits. */
export function rejectionTable({ digits, kinds }: RejectionResult): string[] {
  return [
    "",
    `Of the digits ${percent(digits.rejected)} are rejected; the expected ` +
    `calibration error is ${percent(digits.calibrationError)}.`,
    "",
    "| pictures | training | AUROC | rejected | as |",
    "| --- | --- | --- | --- | --- |",
    ...kinds.map(({ name, group, auroc, rejected, reasons }) => {
      const as = [...reasons].sort(([, a], [, b]) => b - a)
        .map(([reason, share]) => `${reason} ${percent(share)}`).join(", ");
      return `| ${name} | ${group} | ${auroc.toFixed(4)} | ` +
        `${percent(rejected)} | ${as} |`;
    }),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
