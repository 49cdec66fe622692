/// <reference lib="dom" />
/**
 * A number that is typed, written in one hand.
 *
 * @module
 */

import { html } from "lit-html";
import { MAX_TEXT } from "../../contract/samples.ts";
import type { GreyImage } from "../../image/grey.ts";
import { spacesBefore, writeNumber } from "../../written_number.ts";
import { byId } from "../base/dom.ts";
import { paintGrey } from "../base/ink.ts";
import { randomSeed } from "../base/seed.ts";
import { MADE } from "../texts/made.ts";
import { callView } from "./call_view.ts";
import { numberUrl, SCALES } from "./calls.ts";
import { savePicture } from "./save.ts";
import type { Actions, Section } from "./section.ts";
import { numberFromText } from "./state.ts";

/**
 * Creates the written number.
 *
 * @param actions What the panel may do.
 */
export function createNumber(actions: Actions): Section {
  let picture: GreyImage = { width: 0, height: 0, pixels: new Uint8Array() };
  /** What is typed, while it says the number that is shown. */
  let typed = "";

  return {
    view(shown) {
      const { number, seed } = shown.state;
      if (numberFromText(typed) !== number) typed = number;
      const file = `number-${number.replaceAll(" ", "-")}-${seed}`;
      return html`
        <h3>${MADE.numberTitle}</h3>
        <p class="lead">${MADE.numberLead}</p>
        <form class="row" autocomplete="off" @submit=${(event: Event) =>
          event.preventDefault()}>
          <label for="number">${MADE.numberField}</label>
          <input id="number" class="field" type="text" inputmode="tel"
            maxlength="80" aria-describedby="number-status" .value=${typed}
            @input=${(event: Event) => {
              const field = event.currentTarget as HTMLInputElement;
              const read = numberFromText(field.value);
              const fault = read === null ? MADE.badNumber(MAX_TEXT) : "";
              field.setCustomValidity(fault);
              byId("number-status", HTMLElement).textContent = fault;
              if (read === null) return;
              typed = field.value;
              actions.change({ number: read });
            }} @change=${actions.keep}>
          <button type="button" id="number-hand"
            @click=${() => {
              const style = randomSeed();
              actions.change({ style });
              actions.keep();
              actions.announce(MADE.newStyleSaid(style));
            }}>${MADE.newStyle}<span class="unseen"> ${MADE
              .newStyleOf}</span></button>
        </form>
        <p id="number-status" class="status" role="status"></p>
        <div class="card paper">
          <canvas id="number-picture" role="img" aria-label=${MADE
            .numberPicture(number)}></canvas>
        </div>
        ${callView(shown, actions, {
          name: "number",
          path: numberUrl(shown.state, "png", shown.model),
          file: `${file}.png`,
          save: (format) => savePicture(picture, SCALES.number, format, file),
        })}
      `;
    },
    paint({ number, seed, spread, style }, generator) {
      const digits = [...number.replaceAll(" ", "")].map(Number);
      // As the service does: without a style, the seed chooses the hand.
      const images = generator.generate({
        digits,
        seed,
        spread,
        style: style ?? seed,
      });
      picture = writeNumber(images, spacesBefore(number), seed);
      const canvas = byId("number-picture", HTMLCanvasElement);
      paintGrey(canvas, picture);
      canvas.style.setProperty("--pixels", String(picture.width));
    },
  };
}
