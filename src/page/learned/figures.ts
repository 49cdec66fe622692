/// <reference lib="dom" />
/**
 * The figures of the model card, as a table.
 *
 * @module
 */

import { html, type TemplateResult } from "lit-html";
import type { Models, Quality } from "../models/card.ts";
import { LEARNED } from "../texts/learned.ts";
import { percentText, sizeText } from "./format.ts";

/** Measures of the generator that the table has. */
const MEASURES = [
  "label_agreement",
  "two_sample_accuracy",
  "coverage",
  "train_on_generated_accuracy",
] as const satisfies readonly (keyof Quality)[];

/** A row: what was measured, the models' value, and that of real digits. */
type Row = readonly [name: string, here: string, floor: string];

/**
 * The table.
 *
 * @param models The model card; what was not measured is left out.
 */
export function figures({ recognizer, generator }: Models): TemplateResult {
  const texts = LEARNED.figures;
  const { accuracy } = recognizer;
  const { quality } = generator;
  const rows: Row[] = [];
  if (accuracy !== undefined) {
    rows.push([texts.accuracy, percentText(accuracy, 2), ""]);
  }
  for (const name of quality === undefined ? [] : MEASURES) {
    rows.push([
      texts[name],
      percentText(quality!.int8[name], 1),
      percentText(quality!.floor[name], 1),
    ]);
  }
  rows.push(
    [texts.recognizerSize, sizeText(recognizer.bytes), ""],
    [texts.generatorSize, sizeText(generator.bytes), ""],
  );
  return html`
    <h3>${LEARNED.figuresTitle}</h3>
    <p class="lead">${LEARNED.figuresLead}</p>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${LEARNED.figure}</th>
          <th scope="col">${LEARNED.here}</th>
          <th scope="col">${LEARNED.floor}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(([name, here, floor]) =>
          html`
            <tr>
              <th scope="row">${name}</th>
              <td>${here}</td>
              <td>${floor}</td>
            </tr>
          `
        )}
      </tbody>
    </table>
    <p class="fine">${LEARNED.floorNote} <a href="/models">${LEARNED
      .card}</a></p>
  `;
}
