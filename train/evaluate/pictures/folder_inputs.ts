/**
 * Labelled pictures of a folder.
 *
 * @module
 */

import { createPictureDecoder } from "../../../src/image/decode.ts";
import type { LabelledInput } from "./tally.ts";

/**
 * Reads the pictures listed in a `labels.csv` (`file,label`); without one,
 * those whose names end with a hyphen and their digit, such as `frame-7.png`.
 *
 * @returns The pictures, and the names of those that cannot be decoded.
 */
export async function readFolder(
  folder: string,
): Promise<{ inputs: LabelledInput[]; refused: string[] }> {
  const decode = createPictureDecoder();
  const inputs: LabelledInput[] = [];
  const refused: string[] = [];
  for (const [name, label] of await labelsOf(folder)) {
    const bytes = await Deno.readFile(`${folder}/${name}`);
    try {
      inputs.push({ name, label, image: await decode(bytes) });
    } catch (error) {
      refused.push(
        `${name}: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return { inputs, refused };
}

async function labelsOf(folder: string): Promise<[string, number][]> {
  try {
    const text = await Deno.readTextFile(`${folder}/labels.csv`);
    return text.trim().split(/\r?\n/).slice(1).map((row) => {
      const [name, label] = row.split(",");
      return [name!, Number(label)];
    });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const labels: [string, number][] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const digit = /-(\d)\.(png|jpe?g)$/.exec(name)?.[1];
    if (digit !== undefined) labels.push([name, Number(digit)]);
  }
  return labels.sort(([a], [b]) => a < b ? -1 : 1);
}
