import assert from "node:assert/strict";
import { encodePng } from "../../../src/image/png/encode.ts";
import { Random } from "../../../src/network/random.ts";
import { drawnDigit } from "../../../train/data/drawn/drawn_digit.ts";
import { evaluateRobustness } from "../../../train/evaluate/robustness.ts";
import { installModels, readMetrics } from "../../../train/models/folder.ts";
import { inFolder } from "../data/files_fixture.ts";

const MODELS = new URL("../../../models", import.meta.url).pathname;

/** Twenty digits to train on, ten to test. */
const pictures = Object.fromEntries(
  Array.from({ length: 30 }, (_, i) => {
    const pixels = drawnDigit(i % 10, new Random(i));
    const name = `${i < 20 ? "train" : "test"}/${i % 10}/${i}.png`;
    return [name, encodePng({ width: 28, height: 28, pixels })];
  }),
);

Deno.test("evaluateRobustness() records its figures in metrics.json and the card, and does not change the model", async () => {
  await inFolder(pictures, async (data) => {
    const models = `${data}-models`;
    try {
      const { recognizer } = await readMetrics(MODELS);
      const { damage: _, rejection: __, ...metrics } = recognizer!;
      const bytes = await Deno.readFile(`${MODELS}/recognizer.safetensors`);
      await installModels(models, { recognizer: { bytes, metrics } });
      const options = { models, data, damage: true, split: "test" } as const;
      const lines = await evaluateRobustness(options);
      assert.deepEqual((await readMetrics(models)).recognizer, metrics);

      assert.deepEqual(
        await evaluateRobustness({ ...options, save: true }),
        lines,
      );
      const { damage, ...rest } = (await readMetrics(models)).recognizer!;
      assert.deepEqual(rest, metrics);
      assert.equal(damage!.length, 25);
      const [shift] = damage!;
      const row = `| shift | ${(100 * shift!.accuracy).toFixed(2)} % |`;
      assert.ok(lines.includes(row));
      const card = await Deno.readTextFile(`${models}/README.md`);
      assert.ok(card.includes(row));
      assert.deepEqual(
        await Deno.readFile(`${models}/recognizer.safetensors`),
        bytes,
      );
    } finally {
      await Deno.remove(models, { recursive: true });
    }
  });
});

Deno.test("evaluateRobustness() needs a recognizer, and its metrics to save", async () => {
  await inFolder(pictures, async (data) => {
    const options = { models: data, data, split: "test" } as const;
    await assert.rejects(
      evaluateRobustness(options),
      Deno.errors.NotFound,
    );
    await Deno.copyFile(
      `${MODELS}/recognizer.safetensors`,
      `${data}/recognizer.safetensors`,
    );
    await assert.rejects(
      evaluateRobustness({ ...options, save: true }),
      new TypeError(`${data} has no recognizer's metrics`),
    );
  });
});
