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

/** Size of the drawing, in its own units. */
const WIDTH = 400;
const HEIGHT = 110;
const EDGE = 6;

/** A measure of the chart, which is also its class. */
type Measure = "label_agreement" | "coverage";

/**
 * Draws the chart.
 *
 * @param looks The looks.
 * @param at Which of them is shown.
 */
export function chart(looks: Story["looks"], at: number): TemplateResult {
  const x = (i: number) => EDGE + i / (looks.length - 1) * (WIDTH - 2 * EDGE);
  const y = (share: number) => HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  const line = (measure: Measure, name: string) =>
    svg`
      <polyline class=${name} points=${looks.map((look, i) =>
        `${x(i)},${y(look[measure])}`
      ).join(" ")} />
      <circle class=${name} cx=${x(at)} cy=${y(looks[at]![measure])} r="5" />
    `;
  return html`
    <svg class="story-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
      aria-label=${LEARNED.chart}>
      ${[0, 0.5, 1].map((share) =>
        svg`
          <line x1="0" x2=${WIDTH} y1=${y(share)} y2=${y(share)} />
        `
      )}
      ${line("coverage", "coverage")}
      ${line("label_agreement", "agreement")}
    </svg>
  `;
}
