/**
 * Reads a folder of labelled pictures through the image path and the
 * recognizer, as `/recognize` would, and counts the correct answers.
 *
 * `deno run --allow-read bench/real_digits.ts DIR [--wrong]`, where DIR has
 * pictures and a `labels.csv` of `file,label`. The pictures are never trained
 * on.
 *
 * @module
 */

import { createPictureDecoder } from "../src/image/decode.ts";
import { normalize } from "../src/image/normalize/normalize.ts";
import { loadModels } from "../src/models.ts";
import type { RecognizerAnswer } from "../src/recognizer.ts";

/** A picture and its answer. */
interface Reading {
  readonly file: string;
  readonly label: number;
  readonly answer: RecognizerAnswer;
}

/** Reads every picture that `labels.csv` names. */
async function readFolder(folder: string): Promise<Reading[]> {
  const { recognizer } = await loadModels();
  const rows = (await Deno.readTextFile(`${folder}/labels.csv`))
    .trim().split(/\r?\n/).slice(1).map((row) => row.split(","));
  const decode = createPictureDecoder();
  const readings: Reading[] = [];
  for (const [file = "", label = ""] of rows) {
    const picture = await decode(
      await Deno.readFile(`${folder}/${file}`),
    );
    const [answer] = recognizer.recognize(normalize(picture).pixels);
    if (answer === undefined) throw new Error(`${file} returned no answer`);
    readings.push({ file, label: Number(label), answer });
  }
  return readings;
}

if (import.meta.main) {
  const [folder, ...flags] = Deno.args;
  if (folder === undefined) {
    console.error(
      "Which folder? deno run --allow-read bench/real_digits.ts DIR",
    );
    Deno.exit(2);
  }
  const readings = await readFolder(folder);
  const wrong = readings.filter(({ label, answer }) => label !== answer.digit);
  const blank = readings.filter(({ answer }) => answer.reason === "blank");
  if (flags.includes("--wrong")) {
    for (const { file, label, answer } of wrong) {
      const sure = answer.confidence.toFixed(2);
      console.log(`${file}: ${label} read as ${answer.digit} (${sure})`);
    }
  }
  const right = readings.length - wrong.length;
  const share = (100 * right / readings.length).toFixed(1);
  console.log(
    `${folder}: ${right} of ${readings.length} right (${share} %), ` +
      `${blank.length} read as blank`,
  );
}
