/// <reference lib="dom" />
/**
 * The pictures of a stage: the newest, and the earlier ones by a slider.
 *
 * @module
 */

import { byId } from "../../../src/page/base/dom.ts";
import type { Picture, StageData } from "../run_data.ts";
import { count, picturesTitle } from "./words.ts";

/** Creates the view; call the result with every change. */
export function createPicturesView(): (stage: StageData) => void {
  const title = byId("pictures-title", HTMLElement);
  const place = byId("picture", HTMLElement);
  const output = byId("picture-step", HTMLOutputElement);
  const slider = byId("picture-slider", HTMLInputElement);
  /**
   * Loads pictures as soon as they are known: later, the run may have ended.
   */
  const images = new Map<string, HTMLImageElement>();
  /** By stage, the step chosen by the slider; the newest if absent. */
  const chosen = new Map<string, number>();
  let stage: StageData | undefined;

  const load = ({ url }: Picture): HTMLImageElement => {
    const image = images.get(url) ?? new Image();
    if (!images.has(url)) image.src = url;
    images.set(url, image);
    return image;
  };
  const show = (): void => {
    if (!stage) return;
    const { name, pictures } = stage;
    title.textContent = picturesTitle(name);
    const wanted = pictures.findIndex(({ step }) => step === chosen.get(name));
    const index = wanted < 0 ? pictures.length - 1 : wanted;
    const picture = pictures[index];
    slider.hidden = !picture;
    if (!picture) {
      output.textContent = "";
      place.textContent = "The first picture is made at the first evaluation.";
      return;
    }
    slider.max = String(pictures.length - 1);
    slider.value = String(index);
    slider.disabled = pictures.length === 1;
    const step = `step ${count(picture.step)}`;
    output.textContent = step;
    slider.setAttribute("aria-valuetext", step);
    const image = load(picture);
    image.alt = `${picturesTitle(name)}, ${step}`;
    if (place.firstChild !== image) place.replaceChildren(image);
  };
  slider.addEventListener("input", () => {
    if (!stage) return;
    const { name, pictures } = stage;
    const index = Number(slider.value);
    const picture = pictures[index];
    // At the right end, the slider follows the newest picture.
    if (!picture || index === pictures.length - 1) chosen.delete(name);
    else chosen.set(name, picture.step);
    show();
  });
  return (next) => {
    stage = next;
    for (const picture of stage.pictures) load(picture);
    show();
  };
}
