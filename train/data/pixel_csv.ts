/**
 * Digits as rows of numbers, in the format of Kaggle's Digit Recognizer: a
 * label and 784 pixels, row-major, 0 paper, 255 ink.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { quoted, readCsv, readLabel, separatorOf } from "./csv.ts";
import type { Dataset } from "./dataset.ts";

/** Names of the label's column. */
const LABEL = /^"?(?:label|class)"?$/i;

/**
 * Whether a file's first line belongs to labelled pixels: 785 fields, either
 * names, including `label` or `class`, or numbers, with the label first.
 *
 * @param line Without the line's end.
 */
export function isPixelCsv(line: string): boolean {
  const fields = line.replace(/^\uFEFF/, "").split(separatorOf(line))
    .map((field) => field.trim());
  return fields.length === 1 + IMAGE_PIXELS &&
    (labelColumn(fields) >= 0 || isNumber(fields[0]!));
}

/**
 * Reads rows of a label and 784 pixels, with or without a header.
 *
 * @param name Name of the file, for error messages.
 * @param text Its contents.
 * @throws {SyntaxError} If a row has another number of fields.
 * @throws {RangeError} If a label is not a digit, or a pixel not an integer
 *   from 0 to 255.
 */
export function readPixelCsv(name: string, text: string): Dataset {
  let column = 0;
  let begun = false;
  const images: Uint8Array[] = [];
  const labels: number[] = [];
  readCsv(name, text, (row, place) => {
    if (!begun) {
      begun = true;
      if (labelColumn(row) >= 0) {
        column = labelColumn(row);
        return;
      }
    }
    if (row.length !== 1 + IMAGE_PIXELS) {
      throw new SyntaxError(
        `${place}: ${row.length} fields, expected ${1 + IMAGE_PIXELS}: ` +
          `a label and ${IMAGE_PIXELS} pixels`,
      );
    }
    const [label] = row.splice(column, 1);
    labels.push(readLabel(label!, place));
    images.push(readPixels(row, place));
  });
  const all = new Uint8Array(images.length * IMAGE_PIXELS);
  images.forEach((image, i) => all.set(image, i * IMAGE_PIXELS));
  return { images: all, labels: Uint8Array.from(labels), count: labels.length };
}

function labelColumn(header: readonly string[]): number {
  return header.findIndex((field) => LABEL.test(field));
}

function readPixels(fields: readonly string[], place: string): Uint8Array {
  return Uint8Array.from(fields, (field, i) => {
    const value = Number(field);
    if (isNumber(field) && value <= 255) return value;
    throw new RangeError(
      `${place}: pixel ${i} is ${
        quoted(field)
      }, expected an integer from 0 to 255`,
    );
  });
}

function isNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}
