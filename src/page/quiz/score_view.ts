/// <reference lib="dom" />
/**
 * The end of the quiz: the score beside chance, and all ten pictures.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from "lit-html";
import { shareButton } from "../base/copy_button.ts";
import { formatLink } from "../shell/link.ts";
import { QUIZ } from "../texts/quiz.ts";
import { type Kind, luck, type Question, QUESTIONS } from "./quiz.ts";

/** From this score on, fewer than 6 in 100 guessers are as good. */
const SURE_SCORE = 8;

/** From this score on, fewer than 18 in 100 are. */
const BETTER_SCORE = 7;

/** Up to this score, fewer than 6 in 100 guessers are as bad. */
const REVERSED_SCORE = 2;

/** What {@linkcode scoreView} shows. */
export interface ScoreOptions {
  /** The pictures. */
  readonly questions: readonly Question[];
  /** What was answered to each. */
  readonly answers: readonly Kind[];
  /** The share that a trained network gets right, or null. */
  readonly network: number | null;
  /** Returns the URL of this quiz. */
  readonly url: () => string;
  /** Starts another quiz. */
  readonly again: () => void;
  /** Makes a screen reader say something. */
  readonly announce: (text: string) => void;
}

/** The score, what it is worth, and the answers. */
export function scoreView(
  { questions, answers, network, url, again, announce }: ScoreOptions,
): TemplateResult {
  const isRight = (i: number) => answers[i] === questions[i]!.kind;
  const score = questions.filter((_, i) => isRight(i)).length;
  const verdict = score >= SURE_SCORE
    ? QUIZ.verdicts.sure
    : score >= BETTER_SCORE
    ? QUIZ.verdicts.better
    : score <= REVERSED_SCORE
    ? QUIZ.verdicts.reversed
    : QUIZ.verdicts.guess;
  return html`
    <p id="quiz-score" tabindex="-1">${QUIZ.score(score, QUESTIONS)}</p>
    <p><strong>${verdict}</strong>
      ${QUIZ.guessing}
      ${score <= QUESTIONS / 2
        ? nothing
        : QUIZ.luck(score, percentText(luck(score)))}
      ${network === null
        ? nothing
        : QUIZ.network(Math.round(network * 100))}</p>
    <div class="row quiz-again">
      <button type="button" id="quiz-again" class="primary" @click=${again}>${QUIZ
        .again}</button>
      ${shareButton(QUIZ.share, () => ({
        url: url(),
        text: QUIZ.shareText(score, QUESTIONS),
      }), announce)}
    </div>
    <h3>${QUIZ.answers}</h3>
    <ol class="quiz-answers">${questions.map((question, i) =>
      answerView(question, i, isRight(i))
    )}</ol>
  `;
}

function answerView(
  question: Question,
  at: number,
  isRight: boolean,
): TemplateResult {
  const { digit, kind } = question;
  return html`
    <li class="card" data-right=${isRight}>
      <canvas data-question=${at} role="img" aria-label=${QUIZ.answer(
        digit,
        kind,
        isRight,
      )}></canvas>
      <span aria-hidden="true">${isRight ? "✓" : "✗"} ${QUIZ.kinds[kind]}</span>
      ${question.kind === "real" ? nothing : html`
        <a href=${formatLink({
          digit: String(digit),
          seed: String(question.seed),
        })}>${QUIZ.same}</a>
      `}
    </li>
  `;
}

/** A probability in percent, with a decimal where it is small. */
function percentText(probability: number): string {
  const percent = probability * 100;
  return percent < 2 ? percent.toFixed(1) : String(Math.round(percent));
}
