/// <reference lib="dom" />
/**
 * The test digits that the recognizer reads wrong, for people to answer.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from "lit-html";
import { CLASSES } from "../../network/numbers.ts";
import { paintInk } from "../base/ink.ts";
import { LEARNED } from "../texts/learned.ts";
import type { HardDigit, HardDigits } from "./data.ts";
import { wholeText } from "./format.ts";

/** The game of hard digits. */
export interface HardView {
  /** Its markup. */
  view(): TemplateResult;
  /** Paints the digit. */
  paint(panel: HTMLElement): void;
  /** Takes an answer, 0 to 9, unless the digit is already answered. */
  answer(digit: number): void;
  /** Which digit is shown: its place among the test images. */
  readonly index: number;
}

/** What {@linkcode createHard} needs. */
export interface HardOptions {
  /** The digits. */
  readonly hard: HardDigits;
  /** The place among the test images of the digit to begin with. */
  readonly first: number | null;
  /** Renders and paints the panel, and keeps the link. */
  readonly update: () => void;
  /** Puts the focus on an element of the panel. */
  readonly focus: (selector: string) => void;
}

/**
 * Starts the game.
 *
 * @param options The digits.
 */
export function createHard(
  { hard, first, update, focus }: HardOptions,
): HardView {
  const { digits, tested } = hard;
  const start = Math.max(0, digits.findIndex(({ index }) => index === first));
  let turn = 0;
  let right = 0;
  let answered: number | null = null;
  const shown = (): HardDigit => digits[(start + turn) % digits.length]!;

  function answer(digit: number): void {
    if (answered !== null) return;
    answered = digit;
    if (digit === shown().label) right++;
    update();
    focus("#hard-next");
  }

  function next(): void {
    answered = null;
    turn++;
    if (turn === digits.length) turn = right = 0;
    update();
    focus("#hard-choices button");
  }

  function explanation(digit: HardDigit, said: number): TemplateResult {
    const { label, read, confidence } = digit;
    const isLast = turn + 1 === digits.length;
    return html`
      <p>${said === label ? LEARNED.youRight : LEARNED.youWrong(label)}
        ${LEARNED.itSaid(read, Math.round(confidence * 100))}
        ${said === read ? LEARNED.alsoYou : nothing}</p>
      <p class="fine">${isLast
        ? LEARNED.over(right, turn + 1)
        : LEARNED.tally(right, turn + 1)}</p>
    `;
  }

  return {
    get index() {
      return shown().index;
    },
    answer,
    view() {
      const digit = shown();
      const isLast = turn + 1 === digits.length;
      return html`
        <h3>${LEARNED.hardTitle}</h3>
        <p class="lead">${LEARNED.hardLead(
          digits.length,
          wholeText(tested),
        )}</p>
        <div class="hard">
          <div class="card hard-picture">
            <canvas id="hard-digit" role="img" aria-label=${LEARNED.hardPicture(
              turn + 1,
              digits.length,
            )}></canvas>
          </div>
          <div class="hard-answer">
            <div id="hard-choices" class="hard-choices" role="group"
              aria-label=${LEARNED.hardChoices} ?hidden=${answered !== null}>
              ${Array.from(
                { length: CLASSES },
                (_, choice) =>
                  html`<button type="button" @click=${() =>
                    answer(choice)}>${choice}</button>`,
              )}
            </div>
            <div role="status">${answered === null
              ? nothing
              : explanation(digit, answered)}</div>
            ${answered === null ? nothing : html`
              <button type="button" id="hard-next" class="primary"
                @click=${next}>${isLast ? LEARNED.again : LEARNED.next}</button>
            `}
          </div>
        </div>
      `;
    },
    paint(panel) {
      const canvas = panel.querySelector<HTMLCanvasElement>("#hard-digit");
      if (canvas !== null) paintInk(canvas, shown().pixels);
    },
  };
}
