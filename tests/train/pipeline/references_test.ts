import assert from "node:assert/strict";
import { subset } from "../../../train/data/dataset.ts";
import { loadMnistParts } from "../../../train/data/parts.ts";
import { readMetrics } from "../../../train/models/folder.ts";
import { referencesOf } from "../../../train/pipeline/references.ts";

const MODELS = new URL("../../../models", import.meta.url).pathname;
const mnist = await loadMnistParts();
const { recognizer: served } = await readMetrics(MODELS);

Deno.test("referencesOf() compares on no image that the new model was trained on", async () => {
  const some = (from: number, count: number) =>
    subset(mnist.validation, Array.from({ length: count }, (_, i) => from + i));
  const data = {
    ...mnist,
    source: "mine",
    training: some(0, 1000),
    // The last ten are in the training data as well.
    validation: some(990, 60),
  };
  const found = await referencesOf(data, served);
  assert.deepEqual(
    found!.map(({ name, dataset }) => [name, dataset.count]),
    [["validation", 50], ["MNIST's validation", 4000]],
  );
  const all = { ...data, training: mnist.validation };
  assert.equal(await referencesOf(all, served), undefined);
});
