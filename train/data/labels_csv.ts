/**
 * The list of a folder's pictures: a file and a label per row.
 *
 * @module
 */

import { quoted, readCsv, readLabel } from "./csv.ts";

/** A picture and the digit that it shows. */
export interface LabelledFile {
  /** Path within the folder. */
  readonly file: string;
  /** 0 to 9. */
  readonly label: number;
}

/**
 * Reads a labels.csv: a header that names the columns `file` and `label`, in
 * any order and among others, then a row per picture.
 *
 * @param name Name of the file, for error messages.
 * @param text Its contents.
 * @throws {SyntaxError} If the header or a row has another form, a file is
 *   listed twice, or none is.
 * @throws {RangeError} If a label is not a digit.
 *
 * @example
 * ```ts
 * import { parseLabelsCsv } from "./labels_csv.ts";
 * import assert from "node:assert/strict";
 *
 * const [first] = parseLabelsCsv("labels.csv", "file,label\nseven.png,7\n");
 * assert.deepEqual(first, { file: "seven.png", label: 7 });
 * ```
 */
export function parseLabelsCsv(name: string, text: string): LabelledFile[] {
  const listed = new Map<string, LabelledFile>();
  let header: string[] | undefined;
  readCsv(name, text, (row, place) => {
    if (header === undefined) {
      header = row.map((field) => field.toLowerCase());
      if (!header.includes("file") || !header.includes("label")) {
        throw new SyntaxError(
          `${place}: the header is ${quoted(row.join())}, expected file,label`,
        );
      }
      return;
    }
    const file = row[header.indexOf("file")];
    if (row.length !== header.length || !file) {
      throw new SyntaxError(
        `${place}: ${quoted(row.join())}, expected ${header.join()}`,
      );
    }
    if (listed.has(file)) {
      throw new SyntaxError(`${place}: ${file} is listed twice`);
    }
    const label = readLabel(row[header.indexOf("label")]!, place);
    listed.set(file, { file, label });
  });
  if (listed.size === 0) {
    throw new SyntaxError(
      `${name} lists no pictures, expected the header file,label and a row per picture`,
    );
  }
  return [...listed.values()];
}
