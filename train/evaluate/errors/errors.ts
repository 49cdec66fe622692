/**
 * A page of the test images that a recognizer reads wrong.
 *
 * @module
 */

import { join } from "node:path";
import { type Dataset, subset } from "../../data/dataset.ts";
import { loadFolderParts, loadMnistParts } from "../../data/parts.ts";
import { requireModel } from "../../models/folder.ts";
import { recognizerFrom } from "../../network/int8_engine.ts";
import { writeAtomically } from "../../report/atomic_write.ts";
import { contactSheet } from "../../report/contact_sheet.ts";
import type { Recognizer } from "../../../src/recognizer.ts";

/** Pictures in a row, and cells in a row of the table below. */
const COLUMNS = 8;

/** An image that was read wrong. */
export interface ReadingError {
  /** Place in the dataset. */
  readonly index: number;
  /** What it shows. */
  readonly label: number;
  /** What was read. */
  readonly digit: number;
  /** How sure the answer was, from 0 to 1. */
  readonly confidence: number;
  /** Whether the answer was rejected. */
  readonly rejected: boolean;
}

/** All images that are read wrong, by their label. */
export function findErrors(
  recognizer: Pick<Recognizer, "recognize">,
  { images, labels }: Dataset,
): ReadingError[] {
  return recognizer.recognize(images)
    .map(({ digit, confidence, rejected }, index) => ({
      index,
      label: labels[index]!,
      digit,
      confidence,
      rejected,
    }))
    .filter(({ label, digit }) => label !== digit)
    .sort((a, b) => a.label - b.label || a.index - b.index);
}

/**
 * The page's text: a table with a cell for each picture of the sheet.
 *
 * @param model Name of the recognizer.
 * @param errors In the sheet's order.
 * @param count Images read.
 */
export function errorsPage(
  model: string,
  errors: readonly ReadingError[],
  count: number,
): string {
  const rejected = errors.filter(({ rejected }) => rejected).length;
  const cells = errors.map(({ index, label, digit, confidence, rejected }) =>
    `${index}: ${label}, read ${digit}, ${Math.round(100 * confidence)} %` +
    (rejected ? " (rejected)" : "")
  );
  const row = (of: readonly string[]): string =>
    `| ${Array.from({ length: COLUMNS }, (_, i) => of[i] ?? "").join(" | ")} |`;
  const rows = Array.from(
    { length: Math.ceil(cells.length / COLUMNS) },
    (_, i) => row(cells.slice(i * COLUMNS, (i + 1) * COLUMNS)),
  );
  return [
    "<!-- deno-fmt-ignore-file -->",
    "",
    "# What the recognizer reads wrong",
    "",
    "Written by `deno task evaluate --errors`; do not edit by hand.",
    "",
    `Of ${count.toLocaleString("en")} test images, ${model} reads ` +
    `${errors.length} wrong; it rejects ${rejected} of these. Each cell has ` +
    "an image's index, its label, the digit read and the confidence, in the " +
    "order of the pictures.",
    "",
    "![The images that are read wrong](errors.png)",
    "",
    row(Array.from({ length: COLUMNS }, (_, i) => String(i + 1))),
    row(new Array(COLUMNS).fill("---")),
    ...rows,
    "",
  ].join("\n");
}

/**
 * Writes the page, `errors.md`, and its pictures, `errors.png`.
 *
 * @param folder Where to.
 * @returns The paths written; without errors, only the page's.
 * @throws {Deno.errors.NotFound} if the model file is missing.
 */
export async function writeErrors(
  folder: string,
  { models, data }: { models: string; data?: string },
): Promise<string[]> {
  const { test } = await (data ? loadFolderParts(data) : loadMnistParts());
  const bytes = await requireModel(models, "recognizer");
  const recognizer = await recognizerFrom(bytes);
  const errors = findErrors(recognizer, test);
  await Deno.mkdir(folder, { recursive: true });
  const page = join(folder, "errors.md");
  const sheet = join(folder, "errors.png");
  const paths = [page];
  if (errors.length > 0) {
    const { images } = subset(test, errors.map(({ index }) => index));
    await writeAtomically(
      sheet,
      contactSheet(images, { columns: COLUMNS, scale: 3, padding: 6 }),
    );
    paths.push(sheet);
  }
  await writeAtomically(
    page,
    errorsPage(recognizer.info.name, errors, test.count),
  );
  return paths;
}
