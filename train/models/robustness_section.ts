/**
 * Tables of a recognizer's robustness to damage and to pictures without a
 * digit.
 *
 * @module
 */

import type { DamageMetrics, RejectionMetrics } from "./metrics.ts";

/** Markdown tables of every kind of damage, with each suite's mean. */
export function damageTable(results: readonly DamageMetrics[]): string[] {
  const suites = [
    ["client", "pictures, through the image path"],
    ["mnist_c", "MNIST-C's corruptions, without the image path"],
  ] as const;
  return suites.flatMap(([suite, title]) => {
    const of = results.filter((result) => result.suite === suite);
    const sum = of.reduce((total, { accuracy }) => total + accuracy, 0);
    return [
      "",
      `| ${title} | read right |`,
      "| --- | --- |",
      ...of.map(({ name, accuracy }) => `| ${name} | ${percent(accuracy)} |`),
      `| mean | ${percent(sum / of.length)} |`,
    ];
  });
}

/**
 * A line about the digits, a Markdown table of every kind of picture that
 * should be rejected, and a line about letters that look like digits.
 */
export function rejectionTable({ digits, kinds }: RejectionMetrics): string[] {
  const likeDigits = kinds.filter(({ group }) => group === "like digits");
  return [
    "",
    `Of the digits ${percent(digits.rejected)} are rejected; the expected ` +
    `calibration error is ${percent(digits.calibration_error)}.`,
    "",
    "| pictures | training | AUROC | rejected | as |",
    "| --- | --- | --- | --- | --- |",
    ...kinds.filter((kind) => !likeDigits.includes(kind)).map(
      ({ name, group, auroc, rejected, reasons }) => {
        const as = Object.entries(reasons).sort(([, a], [, b]) => b - a)
          .map(([reason, share]) => `${reason} ${percent(share)}`).join(", ");
        return `| ${name} | ${group} | ${auroc.toFixed(4)} | ` +
          `${percent(rejected)} | ${as} |`;
      },
    ),
    ...likeDigits.flatMap(({ name, auroc, rejected }) => [
      "",
      `Reported separately, ${name}: AUROC ${auroc.toFixed(4)}, ${
        percent(rejected)
      } rejected.`,
    ]),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
