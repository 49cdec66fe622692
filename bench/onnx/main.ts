/**
 * `deno task export:onnx`: writes both models in models/ as ONNX.
 *
 * With `--check`, compares onnxruntime with the engine: the recognizer on
 * MNIST's 10,000 test images, the generator on a hundred digits. It fails if
 * they disagree.
 *
 * @module
 */

import * as ort from "onnxruntime-node";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { selectBuild } from "../../src/engine/select.ts";
import { sigmoidTable } from "../../src/network/arithmetic.ts";
import {
  type QuantizedModel,
  readQuantizedModel,
} from "../../src/network/quantized.ts";
import { LABEL_STRENGTH } from "../../src/network/latent.ts";
import { CLASSES, IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { Random } from "../../src/network/random.ts";
import { loadMnist } from "../../train/data/mnist.ts";
import { toOnnx } from "./export.ts";

const TOP = new URL("../../", import.meta.url);

/** Images per call of either engine. */
const BATCH = 50;

/**
 * The two best logits may swap if they are this close, relative to the best: a
 * code that rounds the other way has about this effect.
 */
const TIE = 0.02;

/** Mean pixel difference that the check allows, of 255. */
const PIXEL_TOLERANCE = 1;

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "runs/onnx" },
    check: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(
    "deno task export:onnx [--out FOLDER] [--check]\n\n" +
      "  --out FOLDER  where to write both files (default runs/onnx)\n" +
      "  --check       compare onnxruntime with the engine on the test images",
  );
} else {
  await main(pathToFileURL(`${values.out}/`), values.check);
}

async function main(folder: URL, check: boolean): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  for (const kind of ["recognizer", "generator"] as const) {
    const file = new URL(`models/${kind}.safetensors`, TOP);
    const model = readQuantizedModel(await Deno.readFile(file));
    const onnx = toOnnx(model);
    await Deno.writeFile(new URL(`${kind}.onnx`, folder), onnx);
    console.log(`${kind}.onnx ${onnx.length} bytes`);
    if (!check) continue;
    const session = await ort.InferenceSession.create(onnx);
    const agrees = kind === "recognizer"
      ? await checkRecognizer(model, session)
      : await checkGenerator(model, session);
    await session.release();
    if (!agrees) Deno.exitCode = 1;
  }
}

async function checkRecognizer(
  model: QuantizedModel,
  session: ort.InferenceSession,
): Promise<boolean> {
  const { test } = await loadMnist();
  const engine = await engineOf(model);
  let same = 0;
  let ties = 0;
  for (let start = 0; start < test.count; start += BATCH) {
    const count = Math.min(BATCH, test.count - start);
    const images = test.images.subarray(
      start * IMAGE_PIXELS,
      (start + count) * IMAGE_PIXELS,
    );
    const theirs = await runOnnx(
      session,
      Float32Array.from(images, (byte) => byte / 255),
      [count, 1, 28, 28],
    );
    const ours = engine.logits(images, count);
    for (let i = 0; i < count; i++) {
      const start = i * engine.outputSize;
      const row = ours.subarray(start, start + CLASSES);
      const other = theirs.subarray(start, start + CLASSES);
      if (bestOf(row) === bestOf(other)) same++;
      else if (isTie(row)) ties++;
    }
  }
  const wrong = test.count - same - ties;
  console.log(
    `recognizer: the same digit on ${same} of ${test.count} test images ` +
      `(${(100 * same / test.count).toFixed(2)} %); on ${ties} the two best ` +
      `tie within rounding, ${wrong} differ`,
  );
  return wrong === 0;
}

async function checkGenerator(
  model: QuantizedModel,
  session: ort.InferenceSession,
): Promise<boolean> {
  // ONNX computes the plain sigmoid; the exported table also includes the tone
  // curve.
  const engine = await engineOf({ ...model, sigmoidTable: sigmoidTable() });
  const { scale, zeroPoint } = model.input;
  const random = new Random(1);
  const count = BATCH;
  const size = engine.inputSize;
  const codes = Uint8Array.from({ length: count * size }, (_, i) => {
    const place = i % size - (size - CLASSES);
    const digit = Math.floor(i / size) % CLASSES;
    const real = place < 0
      ? random.normal()
      : place === digit
      ? LABEL_STRENGTH
      : 0;
    const code = Math.round(real / scale) + zeroPoint;
    return Math.min(Math.max(code, 0), 127);
  });
  const theirs = await runOnnx(
    session,
    Float32Array.from(codes, (code) => (code - zeroPoint) * scale),
    [count, size],
  );
  const ours = engine.pixels(codes, count);
  const sum = ours.reduce(
    (sum, byte, i) => sum + Math.abs(byte - 255 * theirs[i]!),
    0,
  );
  const mean = sum / ours.length;
  console.log(
    `generator: pixels differ by ${mean.toFixed(3)} of 255 on average`,
  );
  return mean <= PIXEL_TOLERANCE;
}

async function engineOf(model: QuantizedModel): Promise<Engine> {
  const file = new URL(`static/engine/${selectBuild()}.wasm`, TOP);
  return createEngine(
    await WebAssembly.compile(await Deno.readFile(file)),
    model,
  );
}

async function runOnnx(
  session: ort.InferenceSession,
  values: Float32Array,
  dims: number[],
): Promise<Float32Array> {
  const input = new ort.Tensor("float32", values, dims);
  const { output } = await session.run({ input });
  return output!.data as Float32Array;
}

function bestOf(logits: Float32Array): number {
  return logits.indexOf(Math.max(...logits));
}

function isTie(logits: Float32Array): boolean {
  const [first, second] = [...logits].sort((a, b) => b - a);
  return first! - second! <= TIE * Math.abs(first!);
}
