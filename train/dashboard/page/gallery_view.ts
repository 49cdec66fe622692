/// <reference lib="dom" />
/**
 * A finished generator's digits: next to real ones, on walks, and judged.
 *
 * @module
 */

import { byId } from "../../../src/page/base/dom.ts";
import type { GalleryEntry, StageData } from "../run_data.ts";

/** Creates the view; call the result with every change. */
export function createGalleryView(): (stage: StageData) => void {
  const place = byId("gallery", HTMLElement);
  let shown: StageData["gallery"];
  return ({ gallery }) => {
    place.hidden = !gallery;
    if (gallery === shown) return;
    shown = gallery;
    place.replaceChildren(...(gallery ?? []).map(card));
  };
}

function card({ title, text, url, answer }: GalleryEntry): HTMLElement {
  const element = document.createElement("figure");
  element.className = "card";
  const caption = document.createElement("figcaption");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  caption.append(heading, paragraph);
  element.append(caption, image(url, title));
  if (answer) {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = answer.text;
    details.append(summary, image(answer.url, answer.text));
    element.append(details);
  }
  return element;
}

function image(url: string, text: string): HTMLImageElement {
  const image = new Image();
  image.src = url;
  image.alt = text;
  return image;
}
