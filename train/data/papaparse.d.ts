/**
 * The part of papaparse that is used here. Its types on npm depend on Node's,
 * which conflict with Deno's.
 *
 * @module
 */

/** A row, as `step` receives it. */
export interface Row {
  /** Its fields. */
  readonly data: string[];
  /** What is wrong with it. */
  readonly errors: readonly { readonly message: string }[];
}

/** How a file is read. */
export interface ParseConfig {
  /** What separates fields. */
  readonly delimiter: string;
  /** Called with every row. */
  readonly step: (row: Row) => void;
}

declare const Papa: {
  /** Reads CSV row by row. */
  parse(text: string, config: ParseConfig): void;
};
export default Papa;
