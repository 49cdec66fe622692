/// <reference lib="dom" />
/**
 * A small chart of the two measures. The looks are as far apart as on the
 * slider above it, so that the first steps, where most happens, have room.
 *
 * @module
 */

import { html, svg, type TemplateResult } from "lit-html";
import { LEARNED } from "../texts/learned.ts";
import type { Story } from "./data.ts";
import { percentText, wholeText } from "./format.ts";

/** Size of the drawing, in its own units. */
const [WIDTH, HEIGHT] = [320, 158];

/** Where the measures are drawn: around it is the scale. */
const [LEFT, RIGHT, TOP, BOTTOM] = [38, WIDTH - 8, 8, 118];

/** Shares with a line and a name. */
const SHARES = [0, 0.5, 1];

/** Parts of the axis of steps, between named looks. */
const PARTS = 4;

/** A measure of the chart, which is also its class. */
type Measure = "label_agreement" | "coverage";

/**
 * Draws the chart.
 *
 * @param looks The looks.
 * @param at Which of them is shown.
 */
export function chart(looks: Story["looks"], at: number): TemplateResult {
  const last = looks.length - 1;
  const x = (i: number) => LEFT + i / last * (RIGHT - LEFT);
  const y = (share: number) => BOTTOM - share * (BOTTOM - TOP);
  const line = (measure: Measure, name: string) =>
    svg`
      <polyline class=${name} points=${looks.map((look, i) =>
        `${x(i)},${y(look[measure])}`
      ).join(" ")} />
      <circle class=${name} cx=${x(at)} cy=${y(looks[at]![measure])} r="5" />
    `;
  const named = Array.from(
    { length: PARTS + 1 },
    (_, part) => Math.round(part / PARTS * last),
  );
  return html`
    <svg class="story-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
      aria-label=${LEARNED.chart}>
      ${SHARES.map((share) =>
        svg`
          <line x1=${LEFT} x2=${RIGHT} y1=${y(share)} y2=${y(share)} />
          <text class="of-share" x=${LEFT - 5} y=${y(share)}>${percentText(
            share,
          )}</text>
        `
      )}
      ${named.map((i) =>
        svg`
          <line x1=${x(i)} x2=${x(i)} y1=${BOTTOM} y2=${BOTTOM + 4} />
          <text class=${i === last ? "last" : ""} x=${i === last
            ? WIDTH
            : x(i)} y=${BOTTOM + 18}>${wholeText(looks[i]!.step)}</text>
        `
      )}
      <text x=${(LEFT + RIGHT) / 2} y=${HEIGHT - 4}>${LEARNED.chartSteps}</text>
      ${line("coverage", "coverage")}
      ${line("label_agreement", "agreement")}
    </svg>
  `;
}
