/// <reference lib="dom" />
/**
 * Pictures that are pasted or dropped in any room: the room that reads pictures
 * opens with them.
 *
 * @module
 */

import type { PageState } from "./page.ts";
import type { Store } from "./store.ts";

/** The link of the room that reads pictures. */
const ROOM = "#picture";

/**
 * Takes pasted and dropped files.
 *
 * @param store Receives the newest one.
 */
export function takeGivenPictures(store: Store<PageState>): void {
  function take(event: Event, data: DataTransfer | null): void {
    const file = data?.files[0];
    if (file === undefined) return;
    // Else the browser would leave the page and show a dropped file.
    event.preventDefault();
    store.update({ given: file });
    if (store.state.feature !== "picture") location.hash = ROOM;
  }
  document.addEventListener(
    "paste",
    (event) => take(event, event.clipboardData),
  );
  document.addEventListener("drop", (event) => take(event, event.dataTransfer));
  document.addEventListener("dragover", (event) => {
    // Text is dragged into fields, as everywhere.
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
}
