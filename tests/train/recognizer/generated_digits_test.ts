/**
 * That generated digits reach the recognizer under their own labels and in
 * their share of each batch.
 */

import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { trainingDigitLatent } from "../../../src/network/streams.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import type { RecognizerConfig } from "../../../train/config.ts";
import type { Dataset } from "../../../train/data/dataset.ts";
import { Microbatches } from "../../../train/data/microbatches.ts";
import { soloExchange } from "../../../train/parallel/solo_exchange.ts";
import { presetConfig } from "../../../train/presets.ts";
import { recognizerNetwork } from "../../../train/recognizer/network.ts";
import type { RecognizerData } from "../../../train/recognizer/recognizer_data.ts";
import { RecognizerTrainer } from "../../../train/recognizer/trainer.ts";

/** A dim digit: ink in the row of its label. */
function dim(label: number): Float32Array {
  const image = new Float32Array(IMAGE_PIXELS);
  image.fill(0.5, (2 + 2 * label) * 28, (4 + 2 * label) * 28);
  return image;
}

/** Dim digits: images that only a generator can have written bright. */
function dimDigits(count: number, labelOf: (i: number) => number): Dataset {
  const labels = Uint8Array.from({ length: count }, (_, i) => labelOf(i));
  const images = new Uint8Array(count * IMAGE_PIXELS);
  labels.forEach((label, i) =>
    images.set(
      dim(Math.min(label, 9)).map((value) => value * 255),
      i * IMAGE_PIXELS,
    )
  );
  return { images, labels, count };
}

/** What a generator was given. */
interface Written {
  readonly digit: number;
  /** First number of its latent's stream. */
  readonly latent: number;
}

/** Writes digits twice as bright, and notes down what it was given. */
function brightWriter(
  written: Written[],
): RecognizerData["generated"] & object {
  return {
    write: (digits, randomOf) => {
      const pixels = new Float32Array(digits.length * IMAGE_PIXELS);
      digits.forEach((digit, k) => {
        written.push({ digit, latent: randomOf(k).uint32() });
        pixels.set(dim(digit).map((value) => 2 * value), k * IMAGE_PIXELS);
      });
      return Promise.resolve(pixels);
    },
  };
}

const SIZES = { batchSize: 20, microbatchSize: 7 };

function newTrainer(
  training: Dataset,
  generated: RecognizerData["generated"] & object,
  changes: Partial<RecognizerConfig>,
  validation: Dataset = dimDigits(20, (i) => i % 10),
): RecognizerTrainer {
  return new RecognizerTrainer(
    {
      ...presetConfig("smoke").recognizer,
      ...SIZES,
      augmentedShare: 0,
      averageDecay: 0.9,
      ...changes,
    },
    1,
    {
      network: recognizerNetwork(),
      training,
      validation,
      generated,
    },
  );
}

Deno.test("RecognizerTrainer.step() replaces a share of each batch by generated digits of the same labels", async () => {
  await initBackend("wasm");
  for (const [generatedShare, expected] of [[0.1, 2], [0.25, 5], [1, 20]]) {
    const training = dimDigits(60, (i) => i % 10);
    const written: Written[] = [];
    const trainer = newTrainer(training, brightWriter(written), {
      generatedShare: generatedShare!,
    });
    const batches = new Microbatches(training, 1, SIZES);
    for (let step = 0; step < 4; step++) {
      written.length = 0;
      // Each microbatch is looked at when the next is taken, the last at the end.
      let bright = 0;
      let taken = -1;
      const look = async (): Promise<void> => {
        if (taken < 0) return;
        const { indices, start } = batches.at(step, taken);
        const { images } = (await trainer.samples())!;
        assert.equal(images.length, indices.length * IMAGE_PIXELS);
        indices.forEach((index, i) => {
          const label = training.labels[index]!;
          const image = images.subarray(
            i * IMAGE_PIXELS,
            (i + 1) * IMAGE_PIXELS,
          );
          const ink = Math.max(...image);
          assert.equal(
            image.indexOf(ink),
            (2 + 2 * label) * 28,
            `place ${start + i} shows ${label}`,
          );
          if (ink < 1) return;
          assert.deepEqual(written[bright], {
            digit: label,
            latent: trainingDigitLatent(1, step, start + i).uint32(),
          });
          bright++;
        });
      };
      const exchange = soloExchange(trainer);
      const take = exchange.take.bind(exchange);
      exchange.take = function* () {
        for (const part of take()) {
          taken = part;
          yield part;
        }
      };
      const outgoing = exchange.outgoing.bind(exchange);
      const looks: Promise<void>[] = [];
      exchange.outgoing = (part, length) => {
        looks.push(look());
        return outgoing(part, length);
      };
      await trainer.step(step, exchange);
      await Promise.all(looks);
      assert.equal(bright, expected, `of ${generatedShare} at step ${step}`);
      assert.equal(written.length, expected);
    }
  }
});

Deno.test("RecognizerTrainer.step() learns the labels of generated digits", async () => {
  await initBackend("wasm");
  // Real images show nothing: what is learnt is learnt from the generator.
  const blank = {
    ...dimDigits(100, (i) => i % 10),
    images: new Uint8Array(100 * IMAGE_PIXELS),
  };
  const dimOnes = dimDigits(20, (i) => i % 10);
  const trainer = newTrainer(
    blank,
    brightWriter([]),
    { generatedShare: 1, epochs: 6 },
    { ...dimOnes, images: dimOnes.images.map((value) => 2 * value) },
  );
  const exchange = soloExchange(trainer);
  for (let step = 0; step < trainer.totalSteps; step++) {
    await trainer.step(step, exchange);
  }
  const { validation_accuracy } = await trainer.evaluate(exchange);
  assert.equal(validation_accuracy, 1);
});

Deno.test("RecognizerTrainer.step() does not generate images for labels that are not digits", async () => {
  await initBackend("wasm");
  const written: Written[] = [];
  const trainer = new RecognizerTrainer(
    {
      ...presetConfig("smoke").recognizer,
      ...SIZES,
      augmentedShare: 0,
      generatedShare: 1,
    },
    1,
    {
      network: recognizerNetwork(12),
      training: dimDigits(24, (i) => i % 12),
      validation: dimDigits(20, (i) => i % 10),
      generated: brightWriter(written),
    },
  );
  await trainer.step(0, soloExchange(trainer));
  assert.ok(written.length > 10 && written.length < 20, `${written.length}`);
  assert.ok(written.every(({ digit }) => digit < 10));
});
