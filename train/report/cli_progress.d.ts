/**
 * The part of cli-progress 3.12 that progress.ts uses. The published types
 * (`@types/cli-progress`) refer to all of Node's, which `deno doc` cannot resolve.
 *
 * @module
 */

/** Options of a bar, as far as they are used here. */
export interface BarOptions {
  /** Where to draw: a stream that writes text and says whether it is a terminal. */
  stream: { write(text: string): boolean; isTTY?: boolean };
  /** Characters in the bar. */
  barsize: number;
  /** One character of what is done. */
  barCompleteChar: string;
  /** One character of what is not. */
  barIncompleteChar: string;
  /** Whether the line disappears when the bar stops. */
  clearOnComplete: boolean;
  /** Whether the cursor is hidden meanwhile. */
  hideCursor: boolean;
  /** Makes the line; `progress` is the share done, 0 to 1. */
  format: (options: BarOptions, parameters: { progress: number }) => string;
}

/** One bar, redrawn in place by a timer of its own while it runs. */
export class SingleBar {
  /** Makes a bar that does not run yet. */
  constructor(options: BarOptions);
  /** Begins to draw. */
  start(total: number, value: number): void;
  /** Sets the value; drawn a few times a second at most. */
  update(value: number): void;
  /** Draws a last time, then ends its timer. */
  stop(): void;
}

/** Pieces for a `format` function. */
export const Format: {
  /** Draws the bar alone. */
  BarFormat(progress: number, options: BarOptions): string;
};
