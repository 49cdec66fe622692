/// <reference lib="dom" />
/**
 * The feature "picture": a picture that was chosen, photographed, pasted or
 * dropped is read in the page, with the ink that was found and boxes over it.
 *
 * @module
 */

import { render } from "lit-html";
import { onColorSchemeChange } from "../base/dom.ts";
import { announcement, caption, readText, stateOf } from "../read/answer.ts";
import type { Feature, Page } from "../shell/page.ts";
import { PICTURE } from "../texts/picture.ts";
import { type DecodedPicture, decodePicture, pictureOn } from "./decode.ts";
import { writeExample } from "./example.ts";
import { paintPicture, paintStep } from "./paint.ts";
import { type PanelState, picturePanel } from "./panel.ts";
import { type PictureRead, readPicture } from "./read_picture.ts";

const EMPTY: PanelState = {
  ...{ text: "", caption: "", state: "empty" },
  ...{ hasPicture: false, showsInk: false, steps: [] },
};

/**
 * Starts the feature.
 *
 * @param panel The feature's empty section of the page.
 * @param page What the page offers.
 * @returns The feature.
 */
export function start(panel: HTMLElement, page: Page): Feature {
  let state = EMPTY;
  let shown: { picture: DecodedPicture; read: PictureRead } | null = null;
  /** Counts pictures: an earlier one's answer is dropped. */
  let turn = 0;
  let examples = 0;

  function update(change: Partial<PanelState>): void {
    state = { ...state, ...change };
    render(
      picturePanel(state, { onFile, onExample, onInk: setInk }),
      panel,
    );
    paint();
  }
  function paint(): void {
    const lines = state.text.split(" ");
    const longest = Math.max(1, ...lines.map(({ length }) => length));
    panel.querySelector<HTMLElement>("#picture-text")!
      .style.setProperty("--length", String(longest));
    if (shown === null || !state.hasPicture) return;
    const canvas = panel.querySelector<HTMLCanvasElement>("#picture-canvas")!;
    paintPicture(canvas, shown.picture, shown.read, state.showsInk);
    panel.querySelectorAll<HTMLCanvasElement>(".picture-steps canvas").forEach(
      (step, index) => paintStep(step, shown!.read.steps[index]!.picture),
    );
  }
  const setInk = (showsInk: boolean): void => update({ showsInk });
  const fail = (text: string): void => {
    update({ text: "", caption: text, state: "failed" });
    page.announce(text);
  };

  /**
   * Shows and reads a picture.
   *
   * @param wanted The picture.
   * @param missing What to say if there is none.
   */
  async function open(
    wanted: Promise<DecodedPicture>,
    missing: string,
  ): Promise<void> {
    const mine = ++turn;
    update({ caption: PICTURE.reading, state: "empty" });
    page.announce(PICTURE.reading);
    const [picture, reader] = await Promise.all([
      wanted.catch((error) => {
        console.warn("There is no picture:", error);
        return null;
      }),
      page.models.recognizer().catch(() => null),
    ]);
    if (mine !== turn) return;
    if (picture === null) return fail(missing);
    if (reader === null) return fail(PICTURE.noReader);
    // Lets "Reading…" be painted: a large picture takes a while.
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (mine !== turn) return;
    const read = readPicture(reader, reader.name, picture.grey);
    shown = { picture, read };
    const isBlank = read.answer.reason === "blank";
    update({
      text: readText(read.answer),
      caption: isBlank ? PICTURE.blank : caption(read.answer),
      state: stateOf(read.answer),
      hasPicture: true,
      steps: read.steps.map(({ name }) => name),
    });
    page.announce(isBlank ? PICTURE.blank : announcement(read.answer));
  }
  function onFile(file: Blob | null | undefined): void {
    if (file) open(decodePicture(file), PICTURE.notAPicture);
  }
  function onExample(): void {
    const seed = ++examples;
    const written = page.models.generator()
      .then((generator) => pictureOn(writeExample(generator, seed)));
    open(written, PICTURE.noExample);
  }

  update({});
  onColorSchemeChange(paint);
  page.store.watch(({ given }) => given, onFile);

  return {
    show: () => {
      update({});
      if (!("picture" in page.store.state.link)) page.setLink({ picture: "" });
    },
    hide: () => {},
  };
}
