/// <reference lib="dom" />
/**
 * From one digit into another, in the hand that the finger is at.
 *
 * @module
 */

import { html } from "lit-html";
import type { Generator } from "../../generator.ts";
import { layOutSheet } from "../../image/sheet.ts";
import { CLASSES, IMAGE_PIXELS } from "../../network/numbers.ts";
import { byId, onFrame } from "../base/dom.ts";
import { paintGrey } from "../base/ink.ts";
import { MADE } from "../texts/made.ts";
import { callView } from "./call_view.ts";
import { morphUrl, SCALES } from "./calls.ts";
import { savePicture } from "./save.ts";
import type { Actions, Section } from "./section.ts";
import { hundredths, type MadeState, oneDigit } from "./state.ts";

/** Pictures on the strip below the morph. */
const STRIP = 9;

/** Milliseconds from one digit to the other. */
const DURATION = 1600;

/**
 * Creates the morph.
 *
 * @param actions What the panel may do.
 * @param latent The hand to morph in.
 */
export function createMorph(
  actions: Actions,
  latent: (state: MadeState, generator: Generator) => Uint8Array,
): Section {
  let cancel: (() => void) | null = null;
  let live = new Uint8Array();

  function stop(): void {
    cancel?.();
    cancel = null;
  }

  /** Goes there and back until it is stopped. */
  function play(from: number): void {
    const start = performance.now() - from * DURATION;
    const frame = () => {
      const way = (performance.now() - start) / DURATION % 2;
      cancel = onFrame(frame);
      actions.change({ share: hundredths(way > 1 ? 2 - way : way) });
    };
    cancel = onFrame(frame);
  }

  return {
    view(shown) {
      const { state, generator, model } = shown;
      const { to, share } = state;
      const from = oneDigit(state);
      const percent = Math.round(share * 100);
      const isPlaying = cancel !== null;
      const file = `morph-${from}-${to}-${percent}`;
      const hand = generator && latent(state, generator);
      return html`
        <h3>${MADE.morphTitle}</h3>
        <p class="lead">${MADE.morphLead}</p>
        <form class="row" @submit=${(event: Event) => event.preventDefault()}>
          ${digitSelect("morph-from", MADE.morphFrom, from, (digit) => {
            actions.change({ digit });
            actions.keep();
          })}
          ${digitSelect("morph-to", MADE.morphTo, to, (digit) => {
            actions.change({ to: digit });
            actions.keep();
          })}
          <button type="button" id="play" ?disabled=${generator === null}
            @click=${() => {
              if (isPlaying) stop();
              else play(share);
              actions.change({});
              actions.keep();
            }}>${isPlaying ? MADE.pause : MADE.play}</button>
        </form>
        <div class="morph">
          <div class="card morph-paper">
            <canvas id="morph" role="img" aria-label=${MADE.morphValue(
              from,
              to,
              percent,
            )}></canvas>
          </div>
          <label for="morph-share" class="unseen">${MADE.morphShare}</label>
          <input id="morph-share" type="range" min="0" max="100" .value=${String(
            percent,
          )}
            aria-valuetext=${MADE.morphValue(from, to, percent)}
            @input=${(event: Event) => {
              stop();
              const { value } = event.currentTarget as HTMLInputElement;
              actions.change({ share: hundredths(Number(value) / 100) });
            }} @change=${actions.keep}>
          <canvas id="morph-strip" aria-hidden="true"></canvas>
        </div>
        ${callView(shown, actions, {
          name: "morph",
          path: hand && morphUrl(state, hand, "png", model),
          file: `${file}.png`,
          save: (format) =>
            savePicture(layOutSheet(live, 1), SCALES.hand, format, file),
        })}
      `;
    },
    paint(state, generator) {
      const { to, share } = state;
      const from = oneDigit(state);
      const shares = [
        share,
        ...Array.from({ length: STRIP }, (_, i) => i / (STRIP - 1)),
      ];
      const hand = latent(state, generator);
      const latents = new Uint8Array(shares.length * hand.length);
      shares.forEach((_, i) => latents.set(hand, i * hand.length));
      const images = generator.draw(
        shares.map((share) => ({ from, to, share })),
        latents,
      );
      live = new Uint8Array(images.subarray(0, IMAGE_PIXELS));
      paintGrey(byId("morph", HTMLCanvasElement), layOutSheet(live, 1));
      paintGrey(
        byId("morph-strip", HTMLCanvasElement),
        layOutSheet(images.subarray(IMAGE_PIXELS), STRIP),
      );
    },
    stop,
  };
}

function digitSelect(
  id: string,
  label: string,
  chosen: number,
  choose: (digit: number) => void,
) {
  return html`
    <label for=${id}>${label}</label>
    <select id=${id} class="field" @change=${(event: Event) =>
      choose(Number((event.currentTarget as HTMLSelectElement).value))}>
      ${Array.from(
        { length: CLASSES },
        (_, digit) =>
          html`<option value=${digit} .selected=${
            digit === chosen
          }>${digit}</option>`,
      )}
    </select>
  `;
}
