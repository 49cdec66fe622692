/**
 * A worker of a training run: trains a GAN or a recognizer, as its task says.
 *
 * @module
 */

import { NEIGHBOUR } from "../evaluate/generated/comparison.ts";
import { Checkup } from "../gan/checkup.ts";
import { DigitSource } from "../gan/digit_source.ts";
import { GanTrainer } from "../gan/trainer.ts";
import type { Trainer } from "../parallel/trainer.ts";
import { serveTraining } from "../parallel/worker.ts";
import { RecognizerTrainer } from "../recognizer/trainer.ts";
import type { Task } from "./task.ts";

/** Creates the trainer of a task. */
function createTrainer(task: Task, seed: number): Trainer {
  if (task.kind === "gan") {
    const { config, training, validation, judge } = task;
    const { evaluatedImages } = config;
    return new GanTrainer(
      config,
      seed,
      training,
      // With too few images, the comparison would mean nothing.
      judge && Math.min(evaluatedImages, validation.count) > NEIGHBOUR
        ? new Checkup(judge, validation, evaluatedImages, seed)
        : undefined,
    );
  }
  const { network, config, training, validation } = task;
  const { generator } = task;
  return new RecognizerTrainer(config, seed, {
    network,
    training,
    validation,
    ...(generator ? { generated: new DigitSource(generator) } : {}),
  });
}

serveTraining(createTrainer);
