/// <reference lib="dom" />
/**
 * The switch that shows how the drawing is read; that part is loaded when it is
 * first switched on.
 *
 * @module
 */

import { byId } from "../base/dom.ts";
import { once } from "../../once.ts";
import type { Page } from "../shell/page.ts";
import { SHELL } from "../texts/shell.ts";

/**
 * Takes over the switch.
 *
 * @param page What the page offers.
 * @throws {TypeError} If page.html lacks an element.
 */
export function startThinkSwitch(page: Page): void {
  const box = byId("think-switch", HTMLInputElement);
  const panel = byId("think", HTMLElement);
  const view = byId("view-draw", HTMLElement);
  const part = once(async () => {
    const { start } = await page.load("think");
    return start(panel, page);
  });

  async function follow(): Promise<void> {
    panel.hidden = !box.checked;
    view.classList.toggle("thinking", box.checked);
    if (box.checked) scrollTo(0, 0);
    try {
      const thinking = await part();
      if (box.checked) thinking.show({});
      else thinking.hide();
    } catch (error) {
      console.warn("How it reads did not load:", error);
      panel.textContent = SHELL.loadFailed;
    }
  }
  box.addEventListener("change", follow);
  // Switched on before this script had arrived, or restored by the browser.
  if (box.checked) follow();
}
