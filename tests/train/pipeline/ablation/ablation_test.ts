import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { initBackend } from "../../../../train/backend/mod.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../../train/data/join.ts";
import { readModelFile } from "../../../../train/models/folder.ts";
import {
  ablate,
  ablationHead,
  ablationRow,
  PARTS,
} from "../../../../train/pipeline/ablation/ablation.ts";
import { presetConfig } from "../../../../train/presets.ts";
import { ONLY_DATA } from "../../../../train/config.ts";

const MODELS = new URL("../../../../models", import.meta.url).pathname;

const digits = (count: number, hand: number) =>
  makeDataset(
    count,
    (i) => i % 10,
    (i) => drawnDigit(i % 10, new Random(hand, i)),
  );

Deno.test("PARTS remove what the standard preset has", () => {
  const { recognizer } = presetConfig("standard");
  for (const [name, changes] of PARTS) {
    for (const [key, value] of Object.entries(changes)) {
      assert.equal(value, 0, name);
      assert.ok(recognizer[key as keyof typeof recognizer] > 0, name);
    }
  }
});

Deno.test("ablate() trains with the changed configuration and counts errors on each set", async () => {
  await initBackend("wasm");
  const training = await digits(100, 1);
  const data = {
    source: "test",
    training,
    validation: await digits(20, 2),
    test: training,
  };
  const sets = [{ name: "seen", dataset: training }];
  const options = {
    config: {
      ...presetConfig("smoke").recognizer,
      epochs: 12,
      batchSize: 20,
      microbatchSize: 20,
      averageDecay: 0.9,
      ...ONLY_DATA,
    },
    seed: 1,
    data,
    sets,
    generator: (await readModelFile(MODELS, "generator"))!,
    backend: "wasm" as const,
    workers: 1,
  };
  const plain = await ablate(options, { augmentedShare: 0 });
  assert.ok(plain.wrong[0]! < 20, `${plain.wrong}`);
  assert.ok(plain.auroc > 0 && plain.auroc <= 1);
  assert.ok(plain.rejected >= 0 && plain.rejected <= 1);
  const untaught = await ablate(options, { labelSmoothing: 1 });
  assert.ok(untaught.wrong[0]! > 50, `${untaught.wrong}`);
  assert.deepEqual(
    [
      ...ablationHead(sets),
      ablationRow("so", { wrong: [3], auroc: 0.5, rejected: 0.25 }),
    ],
    [
      "| trained | seen, wrong of 100 | AUROC, kinds kept out | rejected |",
      "| --- | ---: | ---: | ---: |",
      "| so | 3 | 0.5000 | 25.0 % |",
    ],
  );
});
