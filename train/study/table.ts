/**
 * A study's results as Markdown.
 *
 * @module
 */

import { ARM_TITLES, ARMS } from "./arms.ts";
import type { Summary } from "./results.ts";

/** A table for each thing that was read: a row for each number of labels. */
export function studyTables(summaries: readonly Summary[]): string[] {
  const measures = [...new Set(summaries.map(({ measure }) => measure))];
  return measures.flatMap((measure, i) => {
    const rows = summaries.filter((summary) => summary.measure === measure);
    const counts = [...new Set(rows.map(({ labels }) => labels))];
    return [
      ...(i > 0 ? [""] : []),
      `Accuracy on ${measure}, in percent: mean (least to greatest)`,
      "",
      `| labels | seeds | ${ARMS.map((arm) => ARM_TITLES[arm]).join(" | ")} |`,
      `| --: | --: | ${ARMS.map(() => "--:").join(" | ")} |`,
      ...counts.map((labels) => {
        const own = rows.filter((row) => row.labels === labels);
        const seeds = [...new Set(own.map(({ seeds }) => seeds))].join(", ");
        const cells = ARMS.map((arm) => cell(own.find((s) => s.arm === arm)));
        return `| ${labels.toLocaleString("en")} | ${seeds} | ${
          cells.join(" | ")
        } |`;
      }),
    ];
  });
}

function cell(summary: Summary | undefined): string {
  if (!summary) return "–";
  const { mean, range, seeds } = summary;
  const spread = range.map(percent).join(" to ");
  return seeds > 1 ? `${percent(mean)} (${spread})` : percent(mean);
}

function percent(share: number): string {
  return (share * 100).toFixed(2);
}
