/**
 * Pictures of what a finished generator can do, for the run's report.
 *
 * @module
 */

import { join } from "node:path";
import { CLASSES } from "../../../src/network/numbers.ts";
import { readQuantizedModel } from "../../../src/network/quantized.ts";
import type { DataParts } from "../../data/parts.ts";
import { servedDigits } from "../../evaluate/generated/served_digits.ts";
import { FloatNetwork } from "../../network/inference.ts";
import { generatorFrom } from "../../network/int8_engine.ts";
import { dequantizedModel } from "../../quantize/dequantize.ts";
import { writeAtomically } from "../../report/atomic_write.ts";
import { contactSheet } from "../../report/contact_sheet.ts";
import {
  GALLERY_FOLDER,
  GALLERY_INDEX,
  type GalleryFile,
} from "../../report/run_layout.ts";
import { judgedPictures } from "./judged.ts";
import { neighboursPicture } from "./neighbours.ts";
import type { GalleryPicture, GallerySource, Sheet } from "./picture.ts";
import { quizPicture } from "./quiz.ts";
import { walkPictures } from "./walks.ts";

/** Number of digits from which the best and the worst are chosen. */
const SERVED = 2000;

/** What {@linkcode writeGallery} needs. */
export interface GalleryOptions {
  /** The GAN's folder. */
  readonly folder: string;
  /** The generator's file. */
  readonly generator: Uint8Array<ArrayBuffer>;
  /** The judge's file. */
  readonly judge: Uint8Array<ArrayBuffer>;
  /** The data of the run. */
  readonly data: Pick<DataParts, "training" | "validation">;
  /** Names the random choices. */
  readonly seed: number;
}

/**
 * Draws a generator's digits next to their nearest training images, on walks,
 * by the judge's certainty and mixed with real ones, and writes the pictures
 * and their list to the folder's gallery.
 */
export async function writeGallery(
  { folder, generator, judge, data, seed }: GalleryOptions,
): Promise<void> {
  const labels = Uint8Array.from({ length: SERVED }, (_, i) => i % CLASSES);
  const source: GallerySource = {
    ...data,
    seed,
    served: servedDigits(await generatorFrom(generator), labels),
  };
  const reader = new FloatNetwork(dequantizedModel(readQuantizedModel(judge)));
  const pictures = [
    quizPicture(source),
    await neighboursPicture(source),
    ...await walkPictures(readQuantizedModel(generator), seed),
    ...await judgedPictures(source, reader),
  ];
  reader.dispose();
  const own = join(folder, GALLERY_FOLDER);
  await Deno.mkdir(own, { recursive: true });
  const index: GalleryFile[] = [];
  for (const picture of pictures) index.push(await written(own, picture));
  // Last, so that it only names files that are there.
  await writeAtomically(join(own, GALLERY_INDEX), JSON.stringify(index));
}

/**
 * The same, but a failure only prints a line: the models matter more.
 *
 * @param say Prints the line.
 */
export async function tryToDrawGallery(
  options: GalleryOptions,
  say: (line: string) => void,
): Promise<void> {
  try {
    await writeGallery(options);
  } catch (error) {
    say(`the gallery was not drawn: ${error}`);
  }
}

async function written(
  folder: string,
  { name, title, text, sheet, answer }: GalleryPicture,
): Promise<GalleryFile> {
  const write = async (file: string, { images, columns }: Sheet) => {
    const png = contactSheet(images, { columns, scale: 2 });
    await writeAtomically(join(folder, file), png);
    return file;
  };
  return {
    title,
    text,
    file: await write(`${name}.png`, sheet),
    ...(answer
      ? {
        answer: {
          text: answer.text,
          file: await write(`${name}_answer.png`, answer.sheet),
        },
      }
      : {}),
  };
}
