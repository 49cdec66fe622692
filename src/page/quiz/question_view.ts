/// <reference lib="dom" />
/**
 * One picture of the quiz, with the buttons that answer, or the answer.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from "lit-html";
import { QUIZ } from "../texts/quiz.ts";
import { type Kind, type Question, QUESTIONS } from "./quiz.ts";

/** What {@linkcode questionView} shows. */
export interface QuestionOptions {
  /** The picture's place in the quiz, from 0. */
  readonly at: number;
  /** The picture. */
  readonly question: Question;
  /** What was answered, or null. */
  readonly answered: Kind | null;
  /** Called with an answer. */
  readonly answer: (kind: Kind) => void;
  /** Goes on. */
  readonly next: () => void;
}

/** The picture, its buttons, and the explanation once it is answered. */
export function questionView(
  { at, question, answered, answer, next }: QuestionOptions,
): TemplateResult {
  return html`
    <div class="quiz-question">
      <p id="quiz-count" class="quiz-count">${QUIZ.question(
        at + 1,
        QUESTIONS,
      )}</p>
      <div class="card quiz-picture">
        <canvas data-question=${at} role="img"
          aria-label=${QUIZ.picture(question.digit)}></canvas>
      </div>
      <div class="quiz-answer">
        ${answered === null ? choices(answer) : nothing}
        <div role="status">${answered === null
          ? nothing
          : explanation(question, answered)}</div>
        ${answered === null ? nothing : html`
          <button type="button" id="quiz-next" class="primary"
            @click=${next}>${at + 1 === QUESTIONS
              ? QUIZ.toScore
              : QUIZ.next}</button>
        `}
      </div>
    </div>
  `;
}

function choices(answer: (kind: Kind) => void): TemplateResult {
  return html`
    <div class="row quiz-buttons">
      <button type="button" id="quiz-real" aria-describedby="quiz-count"
        @click=${() => answer("real")}>${QUIZ.real}</button>
      <button type="button" id="quiz-made" aria-describedby="quiz-count"
        @click=${() => answer("made")}>${QUIZ.made}</button>
    </div>
    <p class="quiz-keys"><kbd>R</kbd> ${QUIZ.keyReal} <kbd>M</kbd> ${QUIZ
      .keyMade}</p>
  `;
}

function explanation(
  { digit, kind }: Question,
  answered: Kind,
): TemplateResult {
  const isRight = answered === kind;
  const text = kind === "real" ? QUIZ.wasReal(digit) : QUIZ.wasMade(digit);
  return html`
    <p><strong class=${isRight ? "right" : "wrong"}>${isRight
      ? QUIZ.right
      : QUIZ.wrong}</strong> ${text}</p>
  `;
}
