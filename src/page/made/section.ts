/// <reference lib="dom" />
/**
 * What the parts of the made digits' panel share.
 *
 * @module
 */

import type { TemplateResult } from "lit-html";
import type { Generator } from "../../generator.ts";
import type { Format, Language } from "./calls.ts";
import type { MadeState } from "./state.ts";

/** What a part of the panel may do. */
export interface Actions {
  /**
   * Changes what is shown; the link keeps the change only after {@linkcode
   * keep}, since browsers allow few changes of a link in a second.
   */
  change(part: Partial<MadeState>): void;
  /** Writes what is shown into the link. */
  keep(): void;
  /** Makes a screen reader say something. */
  announce(text: string): void;
  /** Shows the calls in another language. */
  chooseLanguage(language: Language): void;
}

/** What the parts show. */
export interface Shown {
  /** The panel's state. */
  readonly state: MadeState;
  /** The language of the calls. */
  readonly language: Language;
  /** The generator, or null while it loads. */
  readonly generator: Generator | null;
  /** The generator's name, or null if the page does not know it. */
  readonly model: string | null;
}

/** A part of the panel. */
export interface Section {
  /** Its markup. */
  view(shown: Shown): TemplateResult;
  /**
   * Paints its canvases, once the markup is in the page.
   *
   * @param state What is shown.
   * @param generator Draws the digits.
   */
  paint(state: MadeState, generator: Generator): void;
  /** Stops what moves. */
  stop?(): void;
}

/** Saves a picture in a format. */
export type Save = (format: Format) => void;
