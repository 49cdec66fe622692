/**
 * `deno run -A train/page_data/learned.ts`: trains a GAN for two epochs and
 * records what the page shows under "How it learned": one digit of each label
 * after more and more steps, from the same latents, and each generator's
 * measures against validation images.
 *
 * It takes about ten minutes on an idle core. The generator is discarded: it is
 * not the one that is served.
 *
 * @module
 */

import { encodePng } from "../../src/image/png/encode.ts";
import { layOutSheet } from "../../src/image/sheet.ts";
import { CLASSES, IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { readQuantizedModel } from "../../src/network/quantized.ts";
import { initBackend } from "../backend/mod.ts";
import { loadMnistParts } from "../data/parts.ts";
import { Checkup } from "../gan/checkup.ts";
import { generatorNetwork } from "../gan/networks.ts";
import { GanTrainer } from "../gan/trainer.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { soloExchange } from "../parallel/solo_exchange.ts";
import { presetConfig } from "../presets.ts";
import { dequantizedModel } from "../quantize/dequantize.ts";
import { writeAtomically } from "../report/atomic_write.ts";

const TOP = new URL("../../", import.meta.url);

/** Passes over the training images. */
const EPOCHS = 2;

/** Validation images that each generator is compared with. */
const MEASURED = 1000;

/** Steps after which the generator is measured, besides after the last one. */
const LOOKS = [0, 5, 10, 20, 40, 60, 90, 130, 200, 300, 430, 640];

/** One snapshot of the training, as the page shows it. */
interface Look {
  /** Steps done. */
  readonly step: number;
  /** Share of digits that a judge reads as their label. */
  readonly label_agreement: number;
  /** Fréchet distance to validation images, on the judge's features. */
  readonly frechet_distance: number;
  /** Share of validation images that have a generated digit near them. */
  readonly coverage: number;
}

if (import.meta.main) {
  await initBackend("wasm");
  const { training, validation } = await loadMnistParts();
  const preset = presetConfig("standard");
  const config = { ...preset.gan, epochs: EPOCHS };
  const judge = await Deno.readFile(new URL("models/judge.safetensors", TOP));
  const checkup = new Checkup(
    dequantizedModel(readQuantizedModel(judge)),
    validation,
    MEASURED,
    preset.seed,
  );
  const trainer = new GanTrainer(config, preset.seed, training);
  const exchange = soloExchange(trainer);
  const looks: Look[] = [];
  const rows: Uint8Array[] = [];

  for (let step = 0; step <= trainer.totalSteps; step++) {
    if (LOOKS.includes(step) || step === trainer.totalSteps) {
      rows.push(await firstRow(trainer));
      const { label_agreement, frechet_distance, coverage } = await checkup
        .measure(
          foldBatchNorm(
            generatorNetwork(config.latentSize),
            await trainer.result(),
          ),
        );
      looks.push({
        step,
        label_agreement: rounded(label_agreement),
        frechet_distance: rounded(frechet_distance),
        coverage: rounded(coverage),
      });
      console.log(JSON.stringify(looks.at(-1)));
    }
    if (step < trainer.totalSteps) await trainer.step(step, exchange);
  }

  const { width, height, pixels } = layOutSheet(concatenate(rows), CLASSES);
  const story = {
    preset: "standard",
    epochs: EPOCHS,
    seed: preset.seed,
    images_per_step: config.batchSize,
    training_images: training.count,
    measured_beside: MEASURED,
    looks,
  };
  await writeAtomically(
    new URL("static/learned.png", TOP).pathname,
    encodePng({ width, height, pixels }),
  );
  await writeAtomically(
    new URL("static/learned.json", TOP).pathname,
    `${JSON.stringify(story, null, 2)}\n`,
  );
}

/** One digit of each label, in bytes. */
async function firstRow(trainer: GanTrainer): Promise<Uint8Array> {
  const { images } = await trainer.samples();
  return Uint8Array.from(
    images.subarray(0, CLASSES * IMAGE_PIXELS),
    (value) => Math.round(255 * value),
  );
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(
    parts.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
