/// <reference lib="dom" />
/**
 * The feature "learned": the generator through a training, the figures of the
 * model card, and the test digits that are still read wrong.
 *
 * The link holds which of these digits is shown.
 *
 * @module
 */

import { html, nothing, render, type TemplateResult } from "lit-html";
import { CLASSES } from "../../network/numbers.ts";
import { onColorSchemeChange } from "../base/dom.ts";
import { decodeSheet } from "../base/sheet.ts";
import { type Models, requestModels } from "../models/card.ts";
import type { Feature, Page } from "../shell/page.ts";
import { LEARNED } from "../texts/learned.ts";
import { requestHardDigits, requestStory } from "./data.ts";
import { figures } from "./figures.ts";
import { createHard, type HardView } from "./hard.ts";
import { createStory, type StoryView } from "./story.ts";

/** What the panel shows, once it is loaded. */
interface Loaded {
  readonly story: StoryView;
  readonly hard: HardView;
  /** The model card; null where the service has none that the page can read. */
  readonly models: Models | null;
}

/**
 * Starts the feature.
 *
 * @param panel The feature's empty section of the page.
 * @param page What the page offers.
 * @returns The feature.
 */
export function start(panel: HTMLElement, page: Page): Feature {
  let loaded: Loaded | null = null;
  let hasFailed = false;
  let wanted: number | null = null;

  function update(): void {
    render(content(), panel);
    loaded?.story.paint(panel);
    loaded?.hard.paint(panel);
  }

  function content(): TemplateResult {
    if (hasFailed) {
      return html`<p class="notice" role="alert">${LEARNED.failed}
        <button type="button" @click=${load}>${LEARNED.retry}</button></p>`;
    }
    if (loaded === null) return html`<p role="status">${LEARNED.loading}</p>`;
    const { story, hard, models } = loaded;
    return html`
      <div class="learned-part">${story.view(models?.generator.run)}</div>
      <div class="learned-part">${hard.view()}</div>
      <div class="learned-part">${models === null
        ? nothing
        : figures(models)}</div>
    `;
  }

  async function load(): Promise<void> {
    hasFailed = false;
    update();
    try {
      const [story, hard, models] = await Promise.all([
        requestStory(page.fetch),
        requestHardDigits(page.fetch),
        requestModels(page.fetch).catch(() => null),
      ]);
      const digits = await decodeSheet(
        page.fetch,
        "/learned.png",
        CLASSES,
        story.looks.length,
      );
      loaded = {
        story: createStory(story, digits, update),
        hard: beginHard(hard, wanted),
        models,
      };
    } catch (error) {
      console.warn("How it learned did not load:", error);
      hasFailed = true;
    }
    update();
  }

  function beginHard(
    hard: Awaited<ReturnType<typeof requestHardDigits>>,
    first: number | null,
  ): HardView {
    const view = createHard({
      hard,
      first,
      update: () => {
        page.setLink({ learned: String(view.index) });
        update();
      },
      focus: (selector) => panel.querySelector<HTMLElement>(selector)?.focus(),
    });
    return view;
  }

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) loaded?.hard.answer(Number(event.key));
  }

  onColorSchemeChange(update);
  return {
    show(link) {
      const text = link["learned"] ?? "";
      wanted = /^\d{1,5}$/.test(text) ? Number(text) : null;
      addEventListener("keydown", onKey);
      // A link to another digit begins there.
      if (
        loaded === null || (wanted ?? loaded.hard.index) !== loaded.hard.index
      ) {
        load();
      }
    },
    hide() {
      removeEventListener("keydown", onKey);
      loaded?.story.stop();
    },
  };
}
