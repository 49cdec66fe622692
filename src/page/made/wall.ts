/// <reference lib="dom" />
/**
 * The wall of made digits, and the choices that the whole panel shares: digit,
 * seed, variety and hand.
 *
 * @module
 */

import { html } from "lit-html";
import { MAX_SEED } from "../../contract/samples.ts";
import { randomDigits } from "../../generator.ts";
import { layOutSheet } from "../../image/sheet.ts";
import { CLASSES, IMAGE_PIXELS } from "../../network/numbers.ts";
import { byId } from "../base/dom.ts";
import { randomSeed, seedFromText } from "../base/seed.ts";
import { MADE } from "../texts/made.ts";
import { callView } from "./call_view.ts";
import { SCALES, WALL_COUNT, wallUrl } from "./calls.ts";
import { savePicture } from "./save.ts";
import type { Actions, Section } from "./section.ts";
import { createSheetGrid } from "./sheet_grid.ts";
import { hundredths, type MadeState } from "./state.ts";

/** The choices of the digit, the first for a mixture. */
const DIGITS: readonly (number | null)[] = [
  null,
  ...Array.from({ length: CLASSES }, (_, digit) => digit),
];

/** Digits in a row, and on a phone. */
const COLUMNS = { usual: 10, narrow: 8 };

/** Windows in which the digits of a long row would be too small. */
const NARROW = "(max-width: 40rem)";

/**
 * Creates the wall.
 *
 * @param actions What the panel may do.
 */
export function createWall(actions: Actions): Section {
  let images = new Uint8Array();
  let digits: readonly number[] = [];
  let painted = "";
  let showSamples: ReturnType<typeof createSheetGrid> | undefined;

  const narrow = matchMedia(NARROW);
  // The call and the saved picture have the rows that the screen has.
  narrow.addEventListener("change", () => actions.change({}));

  /** Takes a typed seed or hand, or says what is wrong with it. */
  const typed = (event: Event, name: "seed" | "style") => {
    const field = event.currentTarget as HTMLInputElement;
    const value = seedFromText(field.value);
    const fault = value === null ? MADE.badSeed(MAX_SEED) : "";
    field.setCustomValidity(fault);
    byId("wall-status", HTMLElement).textContent = fault;
    if (value === null) return;
    actions.change({ [name]: value });
    actions.keep();
  };
  const choose = (part: Partial<MadeState>) => {
    byId("wall-status", HTMLElement).textContent = "";
    actions.change(part);
    actions.keep();
  };

  return {
    view(shown) {
      const { digit, seed, spread, style } = shown.state;
      const percent = Math.round(spread * 100);
      const columns = narrow.matches ? COLUMNS.narrow : COLUMNS.usual;
      const file = `digits-${digit ?? "mixed"}-${seed}`;
      return html`
        <form class="made-choices" autocomplete="off" @submit=${prevent}>
          <fieldset class="choices">
            <legend class="unseen">${MADE.digit}</legend>
            ${DIGITS.map((choice) =>
              html`<label><input type="radio" name="digit" .checked=${
                choice === digit
              } @change=${() => choose({ digit: choice })}><span>${
                choice ?? MADE.any
              }</span></label>`
            )}
          </fieldset>
          <div class="row">
            <label for="seed">${MADE.seed}</label>
            <input id="seed" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-describedby="seed-hint wall-status"
              .value=${String(
                seed,
              )}
              @change=${(event: Event) => typed(event, "seed")}>
            <button type="button" id="new-seed" class="primary"
              @click=${() => {
                const seed = randomSeed();
                choose({ seed });
                actions.announce(MADE.newSeedSaid(seed));
              }}>${MADE.newSeed}</button>
            <p id="seed-hint">${MADE.seedHint}</p>
          </div>
          <div class="row">
            <label for="spread">${MADE.spread}</label>
            <input id="spread" type="range" min="0" max="100"
              aria-describedby="spread-hint" .value=${String(
                percent,
              )}
              aria-valuetext=${MADE.spreadValue(percent)} @input=${(
                event: Event,
              ) => actions.change({ spread: shareOf(event) })} @change=${actions
                .keep}>
            <output for="spread" aria-hidden="true">${MADE.spreadValue(
              percent,
            )}</output>
            <p id="spread-hint">${MADE.spreadHint}</p>
          </div>
          <div class="row">
            <label class="check"><input id="one-hand" type="checkbox"
              aria-describedby="style-hint"
              .checked=${style !== null} @change=${(event: Event) =>
                choose({
                  style: (event.currentTarget as HTMLInputElement).checked
                    ? randomSeed()
                    : null,
                })}> ${MADE.style}</label>
            <input id="style" class="field" type="text" inputmode="numeric"
              maxlength="10" aria-label=${MADE
                .styleNumber} ?hidden=${style === null}
              .value=${String(style ?? "")} @change=${(event: Event) =>
                typed(event, "style")}>
            <button type="button" id="new-style" ?hidden=${style === null}
              @click=${() => {
                const style = randomSeed();
                choose({ style });
                actions.announce(MADE.newStyleSaid(style));
              }}>${MADE.newStyle}</button>
            <p id="style-hint">${MADE.styleHint}</p>
          </div>
        </form>
        <div id="wall" class="card" data-columns=${columns} role="img"
          aria-label=${MADE.sheet}></div>
        <p id="wall-status" class="status" role="status"></p>
        ${callView(shown, actions, {
          name: "wall",
          path: wallUrl(shown.state, columns, "png", shown.model),
          file: `${file}.png`,
          save: (format) =>
            savePicture(
              layOutSheet(images, columns),
              SCALES.wall,
              format,
              file,
            ),
        })}
      `;
    },
    paint({ digit, seed, spread, style }, generator) {
      const wanted = [digit, seed, spread, style].join();
      if (wanted === painted) return;
      painted = wanted;
      digits = digit === null
        ? randomDigits(seed, WALL_COUNT)
        : new Array<number>(WALL_COUNT).fill(digit);
      images = new Uint8Array(generator.generate({
        digits,
        seed,
        spread,
        ...(style === null ? {} : { style }),
      }));
      showSamples ??= createSheetGrid(byId("wall", HTMLElement));
      showSamples(digits.map((digit, i) => ({
        digit,
        pixels: images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS),
      })));
    },
  };
}

/** The share of a range from 0 to 100. */
function shareOf(event: Event): number {
  const { value } = event.currentTarget as HTMLInputElement;
  return hundredths(Number(value) / 100);
}

function prevent(event: Event): void {
  event.preventDefault();
}
