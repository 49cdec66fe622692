/**
 * A run's dashboard as one file for later: it opens from disk, with no server
 * and no network.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { join } from "node:path";
import { writeAtomically } from "../report/atomic_write.ts";
import { makeDocument } from "./document.ts";
import {
  GALLERY_FOLDER,
  GALLERY_INDEX,
  type GalleryFile,
  picturePath,
} from "../report/run_layout.ts";
import type {
  GalleryEntry,
  Picture,
  RunStatus,
  StageData,
} from "./run_data.ts";
import { RunFolder } from "./run_folder.ts";

/** Name of the file in the run's folder. */
export const REPORT_FILE = "report.html";

/** Options of {@linkcode writeReport}. */
export interface ReportOptions {
  /** The run's folder. */
  readonly folder: string;
  /** Title of the run. */
  readonly title: string;
  /** How it ended. */
  readonly status: RunStatus;
  /** As for {@linkcode RunFolder}. */
  readonly since?: Date;
}

/**
 * Writes {@linkcode REPORT_FILE}.
 *
 * @returns Its path; null if no stage has started, so there is nothing to
 *   report.
 * @throws {Error} If the system refuses; an earlier report then stays.
 */
export async function writeReport(
  { folder, title, status, since }: ReportOptions,
): Promise<string | null> {
  const run = new RunFolder(folder, since);
  const stages = run.read();
  if (stages.length === 0) return null;
  const embedded = stages.map((stage) => embedPictures(folder, stage));
  const data = { title, status, stages: await Promise.all(embedded) };
  const path = join(folder, REPORT_FILE);
  await writeAtomically(path, (await makeDocument(data)).html);
  return path;
}

async function embedPictures(
  folder: string,
  stage: StageData,
): Promise<StageData> {
  const own = join(folder, stage.name);
  const embed = async ({ step }: Picture): Promise<Picture> => ({
    step,
    url: await dataUrl(picturePath(own, step)),
  });
  const gallery = await readGallery(join(own, GALLERY_FOLDER));
  return {
    ...stage,
    pictures: await Promise.all(stage.pictures.map(embed)),
    ...(gallery.length > 0 ? { gallery } : {}),
  };
}

/** The gallery in a folder; empty if there is none. */
async function readGallery(folder: string): Promise<GalleryEntry[]> {
  let files: GalleryFile[];
  try {
    files = JSON.parse(await Deno.readTextFile(join(folder, GALLERY_INDEX)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
  return await Promise.all(files.map(async ({ title, text, file, answer }) => ({
    title,
    text,
    url: await dataUrl(join(folder, file)),
    ...(answer
      ? {
        answer: {
          text: answer.text,
          url: await dataUrl(join(folder, answer.file)),
        },
      }
      : {}),
  })));
}

async function dataUrl(path: string): Promise<string> {
  const png = Buffer.from(await Deno.readFile(path));
  return `data:image/png;base64,${png.toString("base64")}`;
}
