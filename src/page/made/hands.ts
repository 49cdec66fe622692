/// <reference lib="dom" />
/**
 * The square of hands: dragging through it shows the digit live under the
 * finger.
 *
 * @module
 */

import { html } from "lit-html";
import type { Generator } from "../../generator.ts";
import { layOutSheet } from "../../image/sheet.ts";
import { IMAGE_SIZE } from "../../network/numbers.ts";
import { byId, onColorSchemeChange } from "../base/dom.ts";
import { paintGrey } from "../base/ink.ts";
import { randomSeed } from "../base/seed.ts";
import { MADE } from "../texts/made.ts";
import { callView } from "./call_view.ts";
import { handUrl, SCALES } from "./calls.ts";
import { type Corners, handAt } from "./hand_plane.ts";
import { savePicture } from "./save.ts";
import type { Actions, Section } from "./section.ts";
import { hundredths, type MadeState, oneDigit } from "./state.ts";

/** Digits along a side of the map behind the finger. */
const MAP_SIDE = 7;

/** How far an arrow key moves. */
const KEY_STEP = 0.05;

/** Where each arrow key moves to. */
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The square of hands, and the hand that the finger is at. */
export interface Hands extends Section {
  /**
   * The hand that the finger is at.
   *
   * @param state What is shown.
   * @param generator Draws the corners.
   * @returns Its latent.
   */
  latent(state: MadeState, generator: Generator): Uint8Array<ArrayBuffer>;
}

/**
 * Creates the square.
 *
 * @param actions What the panel may do.
 */
export function createHands(actions: Actions): Hands {
  let corners: { readonly of: string; readonly hands: Corners } | undefined;
  let average = new Uint8Array();
  let live = new Uint8Array();
  let painted = "";
  let isListening = false;

  function cornersOf({ seed, spread }: MadeState, generator: Generator) {
    const wanted = `${seed} ${spread}`;
    if (corners?.of === wanted) return corners.hands;
    const digits = [0, 0, 0, 0];
    const latents = generator.latents({ digits, seed, spread });
    average = generator.latents({ digits: [0], seed, spread: 0 });
    const size = generator.latentSize;
    const [a, b, c, d] = digits.map((_, i) =>
      latents.slice(i * size, (i + 1) * size)
    );
    corners = { of: wanted, hands: [a!, b!, c!, d!] };
    return corners.hands;
  }

  function latent(state: MadeState, generator: Generator) {
    const hands = cornersOf(state, generator);
    return handAt(hands, average, ...state.at);
  }

  function paintMap(state: MadeState, generator: Generator): void {
    const wanted = [oneDigit(state), state.seed, state.spread].join();
    if (wanted === painted) return;
    painted = wanted;
    const hands = cornersOf(state, generator);
    const places = Array.from({ length: MAP_SIDE ** 2 }, (_, i) => i);
    const latents = places.flatMap((i) => [
      ...handAt(
        hands,
        average,
        (i % MAP_SIDE + 0.5) / MAP_SIDE,
        (Math.floor(i / MAP_SIDE) + 0.5) / MAP_SIDE,
      ),
    ]);
    const images = generator.draw(
      places.map(() => oneDigit(state)),
      Uint8Array.from(latents),
    );
    const map = byId("hand-map", HTMLCanvasElement);
    paintGrey(map, layOutSheet(images, MAP_SIDE));
  }

  function move(event: PointerEvent): void {
    const pad = event.currentTarget as HTMLElement;
    if (!pad.hasPointerCapture(event.pointerId)) return;
    const box = pad.getBoundingClientRect();
    actions.change({
      at: [
        hundredths((event.clientX - box.left) / box.width),
        hundredths((event.clientY - box.top) / box.height),
      ],
    });
  }

  return {
    latent,
    view(shown) {
      const { state, generator, model } = shown;
      const digit = oneDigit(state);
      const [x, y] = state.at;
      const file = `digit-${digit}-${state.seed}`;
      const hand = generator && latent(state, generator);
      return html`
        <h3>${MADE.handTitle}</h3>
        <p class="lead">${MADE.handLead}</p>
        <div id="hands" class="card" tabindex="0" role="application"
          aria-label=${MADE.handPad}
          @pointerdown=${(event: PointerEvent) => {
            const pad = event.currentTarget as HTMLElement;
            pad.setPointerCapture(event.pointerId);
            move(event);
          }}
          @pointermove=${move}
          @pointerup=${actions.keep}
          @pointercancel=${actions.keep}
          @keydown=${(event: KeyboardEvent) => {
            const step = KEYS[event.key];
            if (step === undefined) return;
            event.preventDefault();
            const at = [
              hundredths(x + step[0] * KEY_STEP),
              hundredths(y + step[1] * KEY_STEP),
            ] as const;
            actions.change({ at });
            actions.announce(
              MADE.handPlace(
                digit,
                Math.round(at[0] * 100),
                Math.round(at[1] * 100),
              ),
            );
          }}
          @keyup=${actions.keep}>
          <canvas id="hand-map" aria-hidden="true"></canvas>
          <div id="lens" class="card" aria-hidden="true">
            <canvas id="hand-live"></canvas>
          </div>
        </div>
        <div class="row">
          <button type="button" id="new-hands" @click=${() => {
            actions.change({ seed: randomSeed() });
            actions.keep();
            actions.announce(MADE.newHandsSaid);
          }}>${MADE.newHands}</button>
        </div>
        ${callView(shown, actions, {
          name: "hand",
          path: hand && handUrl(state, hand, "png", model),
          file: `${file}.png`,
          save: (format) =>
            savePicture(layOutSheet(live, 1), SCALES.hand, format, file),
        })}
      `;
    },
    paint(state, generator) {
      if (!isListening) {
        isListening = true;
        onColorSchemeChange(() => painted = "");
      }
      paintMap(state, generator);
      const [x, y] = state.at;
      const lens = byId("lens", HTMLElement);
      lens.style.setProperty("--x", String(x));
      lens.style.setProperty("--y", String(y));
      live = new Uint8Array(
        generator.draw([oneDigit(state)], latent(state, generator)),
      );
      paintGrey(byId("hand-live", HTMLCanvasElement), {
        width: IMAGE_SIZE,
        height: IMAGE_SIZE,
        pixels: live,
      });
    },
  };
}
