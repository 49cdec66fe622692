/// <reference lib="dom" />
/**
 * The markup of the feature "picture".
 *
 * @module
 */

import { html, type TemplateResult } from "lit-html";
import { PICTURE } from "../texts/picture.ts";

/** What the panel shows. */
export interface PanelState {
  /** What was read, large; empty before. */
  readonly text: string;
  /** The line under it. */
  readonly caption: string;
  /** How sure it is, as in the answer to a drawing. */
  readonly state: string;
  /** Whether there is a picture. */
  readonly hasPicture: boolean;
  /** Whether the ink is shown. */
  readonly showsInk: boolean;
  /** Names of the steps that are shown. */
  readonly steps: readonly string[];
}

/** What people do on the panel. */
export interface PanelActions {
  /** Chose a file, or none. */
  readonly onFile: (file: File | undefined) => void;
  /** Asked for an example. */
  readonly onExample: () => void;
  /** Switched the ink on or off. */
  readonly onInk: (isShown: boolean) => void;
}

/** The panel. */
export function picturePanel(
  { text, caption, state, hasPicture, showsInk, steps }: PanelState,
  { onFile, onExample, onInk }: PanelActions,
): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    onFile(input.files?.[0]);
    // So that the same file can be chosen again.
    input.value = "";
  };
  return html`
    <h2>${PICTURE.title}</h2>
    <p class="lead">${PICTURE.lead}</p>
    <div class="row picture-tools">
      <label class="button primary-label">
        <input class="unseen" type="file" accept="image/*" @change=${chosen}>
        ${PICTURE.choose}
      </label>
      <label class="button picture-camera">
        <input class="unseen" type="file" accept="image/*" capture="environment"
          @change=${chosen}>
        ${PICTURE.photograph}
      </label>
      <button type="button" @click=${onExample}>${PICTURE.example}</button>
    </div>
    <div class="picture-desk">
      <div class="card picture-frame">
        <p ?hidden=${hasPicture}>
          <span class="with-mouse">${PICTURE.dropHint}</span>
          <span class="with-finger">${PICTURE.touchHint}</span>
        </p>
        <canvas
          id="picture-canvas"
          role="img"
          aria-label=${PICTURE.canvas}
          ?hidden=${!hasPicture}
        ></canvas>
      </div>
      <div class="picture-answer" data-state=${state}>
        <p id="picture-text">${text}</p>
        <p id="picture-caption">${caption}</p>
        <label class="switch" ?hidden=${!hasPicture}>
          <input
            type="checkbox"
            role="switch"
            .checked=${showsInk}
            @change=${(event: Event) =>
              onInk((event.target as HTMLInputElement).checked)}
          >
          <span>${PICTURE.showInk}</span>
        </label>
      </div>
    </div>
    <section ?hidden=${steps.length === 0} aria-labelledby="steps-title">
      <h3 id="steps-title">${PICTURE.stepsTitle}</h3>
      <ol class="picture-steps">
        ${steps.map((name) => {
          const text = PICTURE.steps[name] ?? name;
          return html`
            <li>
              <canvas role="img" aria-label=${text}></canvas>
              <span>${text}</span>
            </li>
          `;
        })}
      </ol>
    </section>
  `;
}
