import assert from "node:assert/strict";
import type { RecognizerConfig } from "../../../train/config.ts";
import {
  installModels,
  readMetrics,
  readModelFile,
} from "../../../train/models/folder.ts";
import type {
  GeneratorMetrics,
  ModelMetrics,
  RecognizerMetrics,
} from "../../../train/models/metrics.ts";
import { presetConfig } from "../../../train/presets.ts";

const configuration: RecognizerConfig = presetConfig("smoke").judge;

const common = (file: string): ModelMetrics => ({
  file,
  bytes: 1234,
  parameters: 10,
  multiply_adds: 20,
  training: {
    date: "2026-01-02",
    preset: "smoke",
    seed: 3,
    backend: "wasm",
    workers: 2,
    data: "MNIST",
    training_images: 8000,
    seconds: 61,
    processor: "2 x test",
    versions: { deno: "2" },
    configuration,
  },
});

const recognizer: RecognizerMetrics = {
  ...common("recognizer.safetensors"),
  validation_accuracy_float: 0.9912,
  validation_accuracy_int8: 0.991,
  test_images: 10_000,
  test_accuracy_float: 0.9934,
  test_accuracy_int8: 0.9933,
  temperature: 1.25,
  reject_below: 0.5,
};

const generator: GeneratorMetrics = {
  ...common("generator.safetensors"),
  label_agreement: 0.975,
  judged_digits: 10_000,
};

Deno.test("installModels() keeps models that were not retrained, in files, metrics and card", async () => {
  const folder = await Deno.makeTempDir({ prefix: "inkling-install-" });
  try {
    await installModels(folder, {
      recognizer: { bytes: Uint8Array.of(1, 2), metrics: recognizer },
    });
    const paths = await installModels(folder, {
      generator: { bytes: Uint8Array.of(3), metrics: generator },
    });
    assert.deepEqual(
      paths.map((path) => path.slice(folder.length + 1)),
      ["generator.safetensors", "metrics.json", "README.md"],
    );
    assert.deepEqual(await readMetrics(folder), { recognizer, generator });
    assert.deepEqual(
      await Deno.readFile(`${folder}/recognizer.safetensors`),
      Uint8Array.of(1, 2),
    );
    const card = await Deno.readTextFile(`${folder}/README.md`);
    for (
      const text of ["99.33 %", "99.34 %", "67 of 10000", "97.50 % of 10000"]
    ) {
      assert.ok(card.includes(text), `the card lacks ${text}`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("readMetrics() and readModelFile() return nothing for an empty folder", async () => {
  const folder = await Deno.makeTempDir({ prefix: "inkling-install-" });
  try {
    assert.deepEqual(await readMetrics(folder), {});
    assert.equal(await readModelFile(folder, "generator"), undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
