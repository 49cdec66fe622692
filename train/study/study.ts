/**
 * Runs a study: every number of labels, every seed, every arm.
 *
 * @module
 */

import type { DataParts } from "../data/parts.ts";
import type { FloatModel } from "../network/fold.ts";
import { ARMS, isGenerated } from "./arms.ts";
import { labelledImages } from "./labelled.ts";
import { measureRecognizer, studyTests } from "./measure.ts";
import type { StudyResults } from "./results.ts";
import {
  type StudyRun,
  trainStudyGenerator,
  trainStudyRecognizer,
} from "./train.ts";

/** What a study compares. */
export interface StudyPlan {
  /** Numbers of labelled images; more than there are means all. */
  readonly labels: readonly number[];
  /** Repetitions, each with its own labels, networks and order. */
  readonly seeds: number;
  /** Number of test images to read damaged. */
  readonly damagedImages: number;
  /** Folders of pictures to read. */
  readonly pictures: readonly string[];
  /** Where the images are. */
  readonly data: Pick<DataParts, "training" | "test">;
}

/**
 * Trains and measures what the results lack, seed by seed.
 *
 * @throws {StoppedError} if the run's signal was aborted before the end.
 */
export async function runStudy(
  { labels, seeds, damagedImages, pictures, data }: StudyPlan,
  results: StudyResults,
  run: StudyRun,
): Promise<void> {
  const tests = await studyTests(
    data.test,
    damagedImages,
    pictures,
    run.say,
  );
  for (let seed = 1; seed <= seeds; seed++) {
    for (const wanted of labels) {
      const labelled = labelledImages(data.training, wanted, seed);
      const setting = { labels: labelled.count, seed };
      const name = `${labelled.count} labels, seed ${seed}`;
      let generator: FloatModel | undefined;
      for (const arm of ARMS) {
        if (results.has({ ...setting, arm })) continue;
        if (isGenerated(arm)) {
          generator ??= await trainStudyGenerator(run, name, labelled, seed);
        }
        const recognizer = await trainStudyRecognizer(
          run,
          name,
          arm,
          labelled,
          seed,
          generator,
        );
        const accuracy = await measureRecognizer(recognizer, tests);
        await results.add({ ...setting, arm, accuracy });
        run.say(`${name}, ${arm}: ${describe(accuracy)}`);
      }
    }
  }
}

function describe(accuracy: Readonly<Record<string, number>>): string {
  return Object.entries(accuracy)
    .map(([name, share]) => `${name} ${(share * 100).toFixed(2)} %`)
    .join(", ");
}
