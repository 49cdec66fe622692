/// <reference lib="dom" />
/**
 * The feature "made": digits that the generator writes in the page. A wall of
 * them, a number in one hand, a square of hands to drag through, and a morph.
 *
 * @module
 */

import { html, nothing, render } from "lit-html";
import type { Generator } from "../../generator.ts";
import { shareButton } from "../base/copy_button.ts";
import { byId, onColorSchemeChange } from "../base/dom.ts";
import { randomSeed } from "../base/seed.ts";
import { formatLink } from "../shell/link.ts";
import type { Feature, Page } from "../shell/page.ts";
import { MADE } from "../texts/made.ts";
import type { Language } from "./calls.ts";
import { createHands } from "./hands.ts";
import { createMorph } from "./morph.ts";
import { createNumber } from "./number.ts";
import type { Actions, Shown } from "./section.ts";
import { linkFromState, stateFromLink } from "./state.ts";
import { createWall } from "./wall.ts";

/**
 * Starts the feature.
 *
 * @param panel The feature's empty section of the page.
 * @param page What the page offers.
 * @returns The feature.
 */
export function start(panel: HTMLElement, page: Page): Feature {
  let state = stateFromLink({}, randomSeed());
  let language: Language = "curl";
  let generator: Generator | null = null;
  let hasFailed = false;

  const actions: Actions = {
    change(part) {
      state = { ...state, ...part };
      draw();
    },
    keep: () => page.setLink(linkFromState(state)),
    announce: page.announce,
    chooseLanguage(choice) {
      language = choice;
      draw();
    },
  };
  const wall = createWall(actions);
  const hands = createHands(actions);
  const sections = [
    wall,
    createNumber(actions),
    hands,
    createMorph(actions, hands.latent),
  ];

  const link = (): string =>
    new URL(formatLink(linkFromState(state)), location.href).href;

  function draw(): void {
    const shown: Shown = {
      state,
      language,
      generator,
      model: generator && nameOf(generator),
    };
    const [first, second, ...others] = sections.map((section) =>
      section.view(shown)
    );
    render(
      html`
        <div class="row made-title">
          <h2>${MADE.title}</h2>
          ${shareButton(
            MADE.share,
            () => ({ url: link(), text: MADE.shareText }),
            page.announce,
          )}
        </div>
        <p class="lead">${MADE.lead}</p>
        ${hasFailed ? failure() : nothing}
        <div class="made-part">${first}</div>
        <div class="made-part">${second}</div>
        <div class="made-part made-pair">
          ${others.map((part) => html`<div>${part}</div>`)}
        </div>
      `,
      panel,
    );
    if (generator === null) return;
    for (const section of sections) section.paint(state, generator);
  }

  function failure() {
    return html`
      <p class="notice" role="alert">${MADE.failed}
        <button type="button" @click=${load}>${MADE.retry}</button></p>
    `;
  }

  async function load(): Promise<void> {
    hasFailed = false;
    try {
      generator = await page.models.generator();
    } catch (error) {
      console.warn("The generator did not load:", error);
      hasFailed = true;
    }
    draw();
  }

  draw();
  onColorSchemeChange(draw);
  return {
    show(link) {
      // The tab's own link says nothing: what was shown stays.
      if (!("made" in link)) state = stateFromLink(link, state.seed);
      actions.keep();
      draw();
      if (generator === null) load();
      if ("number" in link) {
        byId("number", HTMLElement).closest(".made-part")?.scrollIntoView();
      }
    },
    hide() {
      for (const section of sections) section.stop?.();
    },
  };
}

/** The generator's name; null where the page could not hash its file. */
function nameOf({ info }: Generator): string | null {
  return info.sha256 === "" ? null : info.name;
}
