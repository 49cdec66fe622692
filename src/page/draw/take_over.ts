/// <reference lib="dom" />
/**
 * Takes over what was drawn before this script had arrived, which
 * early/main.ts has kept.
 *
 * @module
 */

/** An event that was kept, with the place that the square had. */
export type KeptEvent = readonly [event: PointerEvent, box: DOMRect];

/**
 * Takes the events over; from now on they are this script's.
 *
 * @param pad The drawing square.
 * @returns The events, oldest first; the last stroke may still be open.
 */
export function takeOver(pad: HTMLElement): readonly KeptEvent[] {
  let kept: readonly KeptEvent[] = [];
  const detail = (events: readonly KeptEvent[]) => kept = events;
  // Nobody listens where that script has not arrived; the mark stops it then.
  dispatchEvent(new CustomEvent("takeover", { detail }));
  pad.dataset["taken"] = "";
  return kept;
}
