/**
 * A small run folder as training would write it: a GAN and a recognizer with a
 * few hundred steps, times, measures and pictures.
 *
 * @module
 */

import { join } from "node:path";
import { contactSheet } from "../../../train/report/contact_sheet.ts";
import { JsonlLog } from "../../../train/report/jsonl_log.ts";
import {
  GALLERY_FOLDER,
  GALLERY_INDEX,
  type GalleryFile,
  LOG_FILE,
  picturePath,
  PLAN_FILE,
  SAMPLES_FOLDER,
  type StageName,
} from "../../../train/report/run_layout.ts";

/** Calls with a new folder, which is removed afterwards. */
export async function withFolder(
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "inkling-dashboard-" });
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A stage's folder as training creates it, with its log open. */
export function beginStage(
  run: string,
  name: StageName,
  totalSteps: number,
): JsonlLog {
  const folder = join(run, name);
  Deno.mkdirSync(join(folder, SAMPLES_FOLDER), { recursive: true });
  Deno.writeTextFileSync(
    join(folder, PLAN_FILE),
    JSON.stringify({ totalSteps, imagesPerStep: 128 }),
  );
  return JsonlLog.open(join(folder, LOG_FILE));
}

/** A picture in a grey that depends on the step, so that no two are alike. */
export function writePicture(run: string, name: StageName, step: number): void {
  const images = new Uint8Array(20 * 784).fill(step % 256);
  Deno.writeFileSync(
    picturePath(join(run, name), step),
    contactSheet(images),
  );
}

/** Writes the whole run. */
export function writeRun(run: string): void {
  {
    using log = beginStage(run, "gan", 300);
    for (let step = 1; step <= 300; step++) {
      log.append({
        step,
        seconds: step / 2,
        discriminator: 0.7 - 1 / (step + 2),
        penalty: step % 4 === 1 ? 1 / step : 0,
        generator: 0.7 + 3 / step,
      });
      if (step % 100 !== 0) continue;
      log.append({
        step,
        seconds: step / 2,
        frechet_distance: 600 / step,
        label_agreement: 0.9 + step / 4000,
        least_agreement: 0.8 + step / 3000,
        precision: 0.9,
        recall: step / 400,
        density: 1.1,
        coverage: step / 320,
        best_step: step,
        rollbacks: 0,
        ...(step === 200 ? { note: "step 200: the coverage is 1.0 %" } : {}),
      });
      writePicture(run, "gan", step);
    }
  }
  using log = beginStage(run, "recognizer", 200);
  for (let step = 1; step <= 100; step++) {
    log.append({ step, seconds: step / 10, loss: 0.2 + 2 / step });
    if (step % 25 !== 0) continue;
    const validation_accuracy = 1 - 1 / step;
    log.append({ step, seconds: step / 10, validation_accuracy });
    writePicture(run, "recognizer", step);
  }
}

/** Writes a gallery of two entries to the GAN's folder. */
export async function writeGalleryFiles(run: string): Promise<void> {
  const folder = join(run, "gan", GALLERY_FOLDER);
  await Deno.mkdir(folder, { recursive: true });
  for (const [i, name] of ["quiz", "answer", "walk"].entries()) {
    const images = new Uint8Array(20 * 784).fill(40 + 60 * i);
    await Deno.writeFile(join(folder, `${name}.png`), contactSheet(images));
  }
  const files: GalleryFile[] = [
    {
      title: "Real or generated?",
      text: "20 of these 40 digits are real.",
      file: "quiz.png",
      answer: { text: "Show the real ones", file: "answer.png" },
    },
    { title: "From hand to hand", text: "Rows walk.", file: "walk.png" },
  ];
  await Deno.writeTextFile(join(folder, GALLERY_INDEX), JSON.stringify(files));
}
