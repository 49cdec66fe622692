/// <reference lib="dom" />
/**
 * The generator through its training: ten digits after more and more steps, and
 * two measures of them.
 *
 * @module
 */

import { html, nothing, type TemplateResult } from "lit-html";
import { CLASSES } from "../../network/numbers.ts";
import { paintInk } from "../base/ink.ts";
import { afterTimeout } from "../base/latest.ts";
import type { Run } from "../models/card.ts";
import { LEARNED } from "../texts/learned.ts";
import { chart } from "./chart.ts";
import type { Story } from "./data.ts";
import { durationText, percentText, wholeText } from "./format.ts";

/** Milliseconds that each look is shown. */
const SHOWN_FOR = 700;

/** What is shown of the training. */
export interface StoryView {
  /** Its markup. @param served The run of the generator that is served. */
  view(served: Run | undefined): TemplateResult;
  /** Paints the digits. */
  paint(panel: HTMLElement): void;
  /** Stops what moves. */
  stop(): void;
}

/**
 * Shows a training run.
 *
 * @param story The run.
 * @param digits Ten digits for each look.
 * @param update Renders and paints the panel.
 */
export function createStory(
  story: Story,
  digits: readonly Uint8Array[],
  update: () => void,
): StoryView {
  const last = story.looks.length - 1;
  let at = last;
  let cancel: (() => void) | null = null;

  function stop(): void {
    cancel?.();
    cancel = null;
  }

  function play(): void {
    at = at === last ? 0 : at + 1;
    cancel = at === last ? null : afterTimeout(SHOWN_FOR, play);
    update();
  }

  return {
    view(served) {
      const { step, label_agreement, coverage } = story.looks[at]!;
      const images = wholeText(step * story.images_per_step);
      const after = LEARNED.after(wholeText(step), images);
      return html`
        <h2>${LEARNED.title}</h2>
        <p class="lead">${LEARNED.lead}</p>
        <div class="card story">
          <div class="story-digits" role="img" aria-label=${LEARNED.digits(
            step,
          )}>
            ${Array.from(
              { length: CLASSES },
              (_, digit) => html`<canvas data-digit=${digit}></canvas>`,
            )}
          </div>
          <div class="row story-controls">
            <button type="button" id="story-play" @click=${() => {
              if (cancel === null) play();
              else {
                stop();
                update();
              }
            }}>${cancel === null ? LEARNED.play : LEARNED.pause}</button>
            <label for="story-step" class="unseen">${LEARNED.progress}</label>
            <input id="story-step" type="range" min="0" max=${last} .value=${String(
              at,
            )} aria-valuetext=${after} @input=${(event: Event) => {
              stop();
              at = Number((event.currentTarget as HTMLInputElement).value);
              update();
            }}>
          </div>
          <p class="story-after">${after}</p>
          <div class="story-measures">
            <p class="agreement"><strong>${percentText(
              label_agreement,
            )}</strong> ${LEARNED.agreement}</p>
            <p class="coverage"><strong>${percentText(
              coverage,
            )}</strong> ${LEARNED.coverage}</p>
          </div>
          ${chart(story.looks, at)}
        </div>
        <p class="fine">${LEARNED.run({
          preset: story.preset,
          epochs: story.epochs,
          seed: story.seed,
          images: wholeText(story.training_images),
          beside: wholeText(story.measured_beside),
        })} ${served === undefined ? nothing : LEARNED.served(
          served.configuration.epochs,
          durationText(served.seconds),
        )}</p>
      `;
    },
    paint(panel) {
      const canvases = panel.querySelectorAll<HTMLCanvasElement>(
        "canvas[data-digit]",
      );
      canvases.forEach((canvas, digit) =>
        paintInk(canvas, digits[at * CLASSES + digit]!)
      );
    },
    stop,
  };
}
