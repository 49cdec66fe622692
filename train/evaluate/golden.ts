/**
 * Prints TensorFlow.js's floating-point results for the shipped models, for the
 * engine's tests to compare with. With `--check` it compares with the committed
 * file instead.
 *
 * Run by `deno task generate`.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { CLASSES } from "../../src/network/numbers.ts";
import {
  type QuantizedModel,
  readQuantizedModel,
} from "../../src/network/quantized.ts";
import {
  readSafetensors,
  type Tensor,
  writeSafetensors,
} from "../../src/network/safetensors.ts";
import { goldenLatents } from "../../src/network/streams.ts";
import { openModel } from "../../src/model_file.ts";
import { initBackend } from "../backend/mod.ts";
import { FloatNetwork } from "../network/inference.ts";
import { readValues } from "../network/read_values.ts";
import { generatorFrom } from "../network/int8_engine.ts";
import { dequantizedModel } from "../quantize/dequantize.ts";
import { tabulated } from "../quantize/tone.ts";

/** Value of `format` in the file's metadata. */
export const GOLDEN_FORMAT = "inkling-golden-1";

/** Where the file is. */
export const GOLDEN_URL: URL = new URL(
  "../../tests/train/golden/vectors.safetensors",
  import.meta.url,
);

const MODELS = new URL("../../models/", import.meta.url);

/** Inputs of each network. */
const COUNT = 20;

/** Seed of the inputs. */
const SEED = 20;

/**
 * Largest difference that `--check` tolerates, because backends round
 * differently.
 */
const TOLERANCE = 1e-3;

/**
 * Runs both shipped networks in floating point, with the values that their int8
 * weights represent.
 *
 * Tensors: `recognizer.input` (pixel bytes) and `.output` (logits),
 * `generator.input` (codes) and `.output` (pixels in [0, 1]). Metadata: the
 * files' hashes.
 */
export async function goldenVectors(): Promise<Uint8Array> {
  await initBackend("wasm");
  const generatorFile = await Deno.readFile(
    new URL("generator.safetensors", MODELS),
  );
  const recognizerFile = await Deno.readFile(
    new URL("recognizer.safetensors", MODELS),
  );
  const generator = await generatorFrom(generatorFile);
  const digits = Array.from({ length: COUNT }, (_, i) => i % CLASSES);
  const images = generator.generate({ digits, seed: SEED });
  const latentCodes = randomCodes(readQuantizedModel(generatorFile));
  const recognizer = await openModel("recognizer", recognizerFile);
  const tensors = new Map<string, Tensor>();
  await addVectors(tensors, "recognizer", recognizer.model, images);
  await addVectors(
    tensors,
    "generator",
    readQuantizedModel(generatorFile),
    latentCodes,
  );
  return writeSafetensors({
    tensors,
    metadata: new Map([
      ["format", GOLDEN_FORMAT],
      ["recognizer", recognizer.info.sha256],
      ["generator", generator.info.sha256],
    ]),
  });
}

async function addVectors(
  tensors: Map<string, Tensor>,
  name: string,
  model: QuantizedModel,
  input: Uint8Array,
): Promise<void> {
  const { encoding, scale, zeroPoint } = model.input;
  const real = Float32Array.from(
    input,
    (value) =>
      encoding === "pixels" ? value / 255 : (value - zeroPoint) * scale,
  );
  const network = new FloatNetwork(dequantizedModel(model));
  const batch = tf.tensor(real, [COUNT, ...model.description.inputShape]);
  const output = network.run(batch);
  const computed = await readValues(output);
  const { sigmoidTable } = model;
  // The exported sigmoid includes the tone curve.
  const values = sigmoidTable
    ? computed.map((pixel) => tabulated(sigmoidTable, pixel) / 255)
    : computed;
  tf.dispose([batch, output]);
  network.dispose();
  tensors.set(`${name}.input`, {
    shape: [COUNT, input.length / COUNT],
    data: input,
  });
  tensors.set(`${name}.output`, {
    shape: [COUNT, values.length / COUNT],
    data: values,
  });
}

/** Latents coded as in serving, each with one digit. */
function randomCodes({ description, input }: QuantizedModel): Uint8Array {
  const width = description.inputShape[0]!;
  const codes = new Uint8Array(COUNT * width).fill(input.zeroPoint);
  const random = goldenLatents(SEED);
  for (let i = 0; i < COUNT; i++) {
    const row = codes.subarray(i * width, (i + 1) * width);
    for (let k = 0; k < width - CLASSES; k++) {
      const code = input.zeroPoint + random.normal() / input.scale;
      row[k] = Math.max(0, Math.min(127, Math.round(code)));
    }
    row[width - CLASSES + i % CLASSES] = 127;
  }
  return codes;
}

async function main(check: boolean): Promise<number> {
  const made = await goldenVectors();
  if (!check) {
    await ReadableStream.from([made]).pipeTo(Deno.stdout.writable);
    return 0;
  }
  const there = readSafetensors(await Deno.readFile(GOLDEN_URL));
  const fresh = readSafetensors(made);
  for (const name of ["format", "recognizer", "generator"]) {
    if (there.metadata.get(name) !== fresh.metadata.get(name)) {
      console.error(
        `the golden vectors belong to another ${name}; run deno task generate`,
      );
      return 1;
    }
  }
  for (const [name, { data }] of fresh.tensors) {
    const old = there.tensors.get(name)?.data;
    const apart = old && Math.max(
      ...data.map((value, i) => Math.abs(value - old[i]!)),
    );
    if (!(apart !== undefined && apart < TOLERANCE)) {
      console.error(
        `${name} differs by ${apart} from the golden vectors, ` +
          `expected less than ${TOLERANCE}`,
      );
      return 1;
    }
  }
  console.log("the golden vectors match TensorFlow.js");
  return 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args.includes("--check")));
