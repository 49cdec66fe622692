/**
 * The list of a folder's pictures: `file,label` a line.
 *
 * @module
 */

import { CLASSES } from "../../src/network/numbers.ts";

/** A picture and the digit that it shows. */
export interface LabelledFile {
  /** Path within the folder. */
  readonly file: string;
  /** 0 to 9. */
  readonly label: number;
}

const HEADER = "file,label";

/** A file name, quoted (RFC 4180) or bare, then the label. */
const LINE = /^(?:"(?<quoted>(?:[^"]|"")+)"|(?<bare>[^",]+)),(?<label>[^,]*)$/;

/**
 * Reads a labels.csv: the header `file,label`, then a line a picture. Names with a comma or
 * a quote are quoted as in RFC 4180.
 *
 * @param name What errors call the file.
 * @param text Its contents.
 * @throws {SyntaxError} If the header or a line has another form, a file is listed
 * twice, or none is.
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
  const [header, ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (header !== HEADER) {
    throw new SyntaxError(`${name}:1: ${quote(header)}, expected ${HEADER}`);
  }
  const listed = new Set<string>();
  const files: LabelledFile[] = [];
  lines.forEach((line, i) => {
    if (line === "") return;
    const where = `${name}:${i + 2}`;
    const labelled = parseLine(line, where);
    if (listed.has(labelled.file)) {
      throw new SyntaxError(`${where}: ${labelled.file} is listed twice`);
    }
    listed.add(labelled.file);
    files.push(labelled);
  });
  if (files.length === 0) {
    throw new SyntaxError(`${name}: no pictures, expected a line for each`);
  }
  return files;
}

function parseLine(line: string, where: string): LabelledFile {
  const groups = LINE.exec(line)?.groups;
  if (groups === undefined) {
    throw new SyntaxError(`${where}: ${quote(line)}, expected ${HEADER}`);
  }
  const { quoted, bare = "", label = "" } = groups;
  if (!/^\d$/.test(label.trim())) {
    throw new RangeError(
      `${where}: the label is ${quote(label)}, expected 0 to ${CLASSES - 1}`,
    );
  }
  return {
    file: quoted?.replaceAll('""', '"') ?? bare,
    label: Number(label),
  };
}

/** What was found, short enough for a message. */
function quote(text = ""): string {
  return JSON.stringify(text.length > 60 ? text.slice(0, 60) + "…" : text);
}
