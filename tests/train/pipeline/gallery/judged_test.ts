import assert from "node:assert/strict";
import { initBackend } from "../../../../train/backend/mod.ts";
import { FloatNetwork } from "../../../../train/network/inference.ts";
import {
  judgedPictures,
  labelProbabilities,
} from "../../../../train/pipeline/gallery/judged.ts";
import { pixelJudge } from "../../evaluate/generated/pixel_judge.ts";
import { imageAt, labelsInTurn, rowOf, rows } from "./rows.ts";

await initBackend("wasm");

/** Digits whose own pixel is the brighter, the later they come. */
const served = rows(1, labelsInTurn(200));
served.labels.forEach((label, i) => {
  const image = imageAt(served.images, i).fill(0);
  image[rowOf(label)] = i;
});

Deno.test("labelProbabilities() is the label's softmax probability", async () => {
  const judge = new FloatNetwork(pixelJudge(rowOf));
  const found = await labelProbabilities(judge, served);
  // One logit of i / 255, nine of 0.
  for (const i of [0, 77, 199]) {
    const expected = 1 / (1 + 9 * Math.exp(-i / 255));
    assert.ok(Math.abs(found[i]! - expected) < 1e-6);
  }
  judge.dispose();
});

Deno.test("judgedPictures() shows each label's worst and best, one row per label", async () => {
  const judge = new FloatNetwork(pixelJudge(rowOf));
  const [worst, best] = await judgedPictures(
    { served, training: served, validation: served, seed: 1 },
    judge,
  );
  for (const digit of [0, 4, 9]) {
    const at = (images: Uint8Array, column: number): number =>
      imageAt(images, 10 * digit + column)[rowOf(digit)]!;
    assert.deepEqual(
      [0, 1, 9].map((column) => at(worst!.sheet.images, column)),
      [digit, digit + 10, digit + 90],
    );
    assert.deepEqual(
      [0, 1, 9].map((column) => at(best!.sheet.images, column)),
      [digit + 190, digit + 180, digit + 100],
    );
  }
  judge.dispose();
});
