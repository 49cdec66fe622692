/**
 * Reads CSV files row by row, with any common separator.
 *
 * @module
 */

// @ts-types="./papaparse.d.ts"
import Papa from "papaparse";

/** Separators that spreadsheets write. */
const SEPARATORS = [",", ";", "\t"];

/**
 * Reads CSV (RFC 4180) with fields separated by commas, semicolons or tabs,
 * whichever is most frequent in the first line. Empty lines are skipped.
 *
 * @param name Name of the file, for error messages.
 * @param text Its contents, with or without a byte order mark.
 * @param onRow Called with every row's trimmed fields and its place,
 *   `name:line`, for error messages.
 * @throws {SyntaxError} If a quote is never closed or in the middle of a field.
 *
 * @example
 * ```ts
 * import { readCsv } from "./csv.ts";
 * import assert from "node:assert/strict";
 *
 * const rows: string[][] = [];
 * readCsv("digits.csv", 'file;label\n"a;b.png";7\n', (row) => rows.push(row));
 * assert.deepEqual(rows, [["file", "label"], ["a;b.png", "7"]]);
 * ```
 */
export function readCsv(
  name: string,
  text: string,
  onRow: (fields: string[], place: string) => void,
): void {
  let line = 0;
  Papa.parse(text.replace(/^\uFEFF/, ""), {
    delimiter: separatorOf(text),
    step: ({ data, errors }) => {
      line++;
      const place = `${name}:${line}`;
      if (errors.length > 0) {
        throw new SyntaxError(
          `${place}: ${errors[0]!.message.toLowerCase()}`,
        );
      }
      if (data.some((field) => field !== "")) {
        onRow(data.map((field) => field.trim()), place);
      }
    },
  });
}

/** The most frequent separator in a file's first line. */
export function separatorOf(text: string): string {
  const end = text.indexOf("\n");
  const first = text.slice(0, end < 0 ? undefined : end);
  const count = (separator: string): number => first.split(separator).length;
  return SEPARATORS.reduce((best, separator) =>
    count(separator) > count(best) ? separator : best
  );
}

/** A quoted text, shortened for error messages. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/**
 * Reads a label.
 *
 * @param text A trimmed field.
 * @param place Where it is, for the message.
 * @throws {RangeError} If it is not one decimal digit.
 */
export function readLabel(text: string, place: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new RangeError(
    `${place}: the label is ${quoted(text)}, expected 0 to 9`,
  );
}
