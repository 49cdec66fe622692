/**
 * The part of cli-progress 3.12 that progress.ts uses. The published types
 * (`@types/cli-progress`) reference all of Node's types, which `deno doc`
 * cannot resolve.
 *
 * @module
 */

/** Options of a bar, as far as progress.ts uses them. */
export interface BarOptions {
  /** Where to draw: a stream that writes text and says whether it is a terminal. */
  stream: { write(text: string): boolean; isTTY?: boolean };
  /** Characters in the bar. */
  barsize: number;
  /** Character of the finished part. */
  barCompleteChar: string;
  /** Character of the unfinished part. */
  barIncompleteChar: string;
  /** Whether the line disappears when the bar stops. */
  clearOnComplete: boolean;
  /** Whether the cursor is hidden while the bar runs. */
  hideCursor: boolean;
  /** Formats the line; `progress` is the finished share, 0 to 1. */
  format: (options: BarOptions, parameters: { progress: number }) => string;
}

/** One bar, redrawn in place by its own timer while it runs. */
export class SingleBar {
  /** Creates a bar that is not running yet. */
  constructor(options: BarOptions);
  /** Starts drawing. */
  start(total: number, value: number): void;
  /** Sets the value; drawn at most a few times a second. */
  update(value: number): void;
  /** Draws a last time, then stops its timer. */
  stop(): void;
}

/** Building blocks for a `format` function. */
export const Format: {
  /** Draws the bar alone. */
  BarFormat(progress: number, options: BarOptions): string;
};
