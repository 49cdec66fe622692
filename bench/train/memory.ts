/**
 * Checks whether training leaks: both kinds of training for many steps in one
 * worker, with small batches of random images; after every part, the tensors,
 * the backend's memory and the process's. Prints Markdown.
 *
 * Run by `deno run -A bench/train/memory.ts [steps]`.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { Random } from "../../src/network/random.ts";
import { initBackend } from "../../train/backend/mod.ts";
import type { WasmBackend } from "../../train/backend/wasm.ts";
import { standardConfig } from "../../train/config.ts";
import type { Dataset } from "../../train/data/dataset.ts";
import { GanTrainer } from "../../train/gan/trainer.ts";
import { soloExchange } from "../../train/parallel/solo_exchange.ts";
import type { Trainer } from "../../train/parallel/trainer.ts";
import { recognizerNetwork } from "../../train/recognizer/network.ts";
import { RecognizerTrainer } from "../../train/recognizer/trainer.ts";

/** Memory in use after some steps. */
export interface MemoryUse {
  /** Steps trained so far. */
  readonly steps: number;
  /** Tensors known to TensorFlow.js. */
  readonly tensors: number;
  /** Bytes of the WASM backend's memory, which never shrinks. */
  readonly backendBytes: number;
  /** Resident bytes of the process. */
  readonly processBytes: number;
}

/** Images per step. */
const BATCH = 4;

/**
 * Steps after which the penalty and every size of scratch memory have occurred.
 */
const WARM_STEPS = 8;

/**
 * Trains alone and measures, first when warm and then after every part.
 *
 * The backend must be WASM, and ready.
 *
 * @param steps Steps to measure, without the warm-up.
 * @param parts Measurements after the first; divides `steps`.
 */
export async function measureMemory(
  trainer: Trainer,
  steps: number,
  parts: number,
): Promise<MemoryUse[]> {
  const exchange = soloExchange(trainer);
  const uses: MemoryUse[] = [];
  for (let step = 0; step <= WARM_STEPS + steps; step++) {
    const counted = step - WARM_STEPS;
    if (counted >= 0 && counted % (steps / parts) === 0) {
      uses.push({ steps: counted, ...memoryNow() });
    }
    if (counted < steps) await trainer.step(step, exchange);
  }
  return uses;
}

function memoryNow(): Omit<MemoryUse, "steps"> {
  const backend = tf.backend() as unknown as WasmBackend;
  return {
    tensors: tf.memory().numTensors,
    backendBytes: backend.wasm.asm.memory.buffer.byteLength,
    processBytes: Deno.memoryUsage().rss,
  };
}

/** The standard GAN in training, on random images and small batches. */
export function smallGanTraining(): Trainer {
  const config = { ...standardConfig.gan, batchSize: BATCH };
  return new GanTrainer(config, 1, randomImages());
}

/** The standard recognizer in training, likewise. */
export function smallRecognizerTraining(): Trainer {
  const config = {
    ...standardConfig.recognizer,
    batchSize: BATCH,
    generatedShare: 0,
  };
  const images = randomImages();
  const data = {
    network: recognizerNetwork(),
    training: images,
    validation: images,
  };
  return new RecognizerTrainer(config, 1, data);
}

/** Random images, labelled in turn. */
export function randomImages(count = 10 * BATCH): Dataset {
  const random = new Random(1);
  return {
    images: Uint8Array.from(
      { length: count * IMAGE_PIXELS },
      () => 256 * random.uniform(),
    ),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
    count,
  };
}

async function main([steps = "1000"]: string[]): Promise<void> {
  await initBackend("wasm");
  console.log("| steps | tensors | backend, MB | process, MB |");
  console.log("| :-- | --: | --: | --: |");
  for (const [name, make] of TRAININGS) {
    const uses = await measureMemory(make(), Number(steps), 4);
    for (const { steps, tensors, backendBytes, processBytes } of uses) {
      const megabytes = [backendBytes, processBytes].map((bytes) =>
        (bytes / 1e6).toFixed(0)
      );
      console.log(
        `| ${name}, ${steps} | ${tensors} | ${megabytes.join(" | ")} |`,
      );
    }
  }
}

const TRAININGS = [
  ["GAN", smallGanTraining],
  ["recognizer", smallRecognizerTraining],
] as const;

if (import.meta.main) await main(Deno.args);
