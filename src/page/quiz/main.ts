/// <reference lib="dom" />
/**
 * The feature "quiz": ten pictures, real or made?
 *
 * The link holds the quiz by its seed. The answers stay in the page.
 *
 * @module
 */

import { html, render, type TemplateResult } from "lit-html";
import { onColorSchemeChange } from "../base/dom.ts";
import { paintInk } from "../base/ink.ts";
import { randomSeed, seedFromText } from "../base/seed.ts";
import { requestModels } from "../models/card.ts";
import { formatLink } from "../shell/link.ts";
import type { Feature, Page } from "../shell/page.ts";
import { QUIZ } from "../texts/quiz.ts";
import { type Draw, loadPictures } from "./pictures.ts";
import { questionView } from "./question_view.ts";
import { type Kind, QUESTIONS, quizOf } from "./quiz.ts";
import { scoreView } from "./score_view.ts";

/** Keys that answer. */
const KEYS: Readonly<Record<string, Kind>> = { r: "real", m: "made" };

/**
 * Starts the feature.
 *
 * @param panel The feature's empty section of the page.
 * @param page What the page offers.
 * @returns The feature.
 */
export function start(panel: HTMLElement, page: Page): Feature {
  let seed = randomSeed();
  let questions = quizOf(seed);
  let answers: Kind[] = [];
  /** Whether the last answer is being explained. */
  let isExplained = false;
  let draw: Draw | null = null;
  let hasFailed = false;
  let network: number | null = null;
  const link = () => ({ quiz: String(seed) });

  function begin(next: number): void {
    seed = next;
    questions = quizOf(seed);
    answers = [];
    isExplained = false;
    page.setLink(link());
    update();
  }

  function answer(kind: Kind): void {
    if (draw === null || isExplained || answers.length === QUESTIONS) return;
    answers.push(kind);
    isExplained = true;
    update();
    focus("#quiz-next");
  }

  function next(): void {
    isExplained = false;
    update();
    focus(answers.length === QUESTIONS ? "#quiz-score" : "#quiz-real");
  }

  function focus(selector: string): void {
    panel.querySelector<HTMLElement>(selector)?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    const kind = KEYS[event.key.toLowerCase()];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (kind !== undefined) answer(kind);
  }

  function update(): void {
    render(
      html`
        <h2>${QUIZ.title}</h2>
        <p class="lead">${QUIZ.lead}</p>
        ${content()}
      `,
      panel,
    );
    paint();
  }

  function content(): TemplateResult {
    if (hasFailed) {
      return html`<p class="notice" role="alert">${QUIZ.failed}
        <button type="button" @click=${load}>${QUIZ.retry}</button></p>`;
    }
    if (draw === null) return html`<p role="status">${QUIZ.loading}</p>`;
    if (answers.length === QUESTIONS && !isExplained) {
      return scoreView({
        questions,
        answers,
        network,
        url: () => new URL(formatLink(link()), location.href).href,
        again: () => begin(randomSeed()),
        announce: page.announce,
      });
    }
    const at = answers.length - (isExplained ? 1 : 0);
    return questionView({
      at,
      question: questions[at]!,
      answered: answers[at] ?? null,
      answer,
      next,
    });
  }

  function paint(): void {
    if (draw === null) return;
    const canvases = panel.querySelectorAll<HTMLCanvasElement>(
      "canvas[data-question]",
    );
    for (const canvas of canvases) {
      paintInk(canvas, draw(questions[Number(canvas.dataset["question"])]!));
    }
  }

  async function load(): Promise<void> {
    hasFailed = false;
    update();
    try {
      draw = await loadPictures(page);
    } catch (error) {
      console.warn("The quiz did not load:", error);
      hasFailed = true;
    }
    update();
    // Only the score mentions it, at the end.
    const card = await requestModels(page.fetch).catch(() => null);
    network = card?.generator.quality?.int8.two_sample_accuracy ?? null;
  }

  onColorSchemeChange(paint);
  return {
    show(shown) {
      const wanted = seedFromText(shown["quiz"] ?? "");
      // The tab's own link names no quiz: the one that was shown goes on.
      if (wanted !== null && wanted !== seed) begin(wanted);
      else page.setLink(link());
      addEventListener("keydown", onKey);
      if (draw === null) load();
    },
    hide: () => removeEventListener("keydown", onKey),
  };
}
