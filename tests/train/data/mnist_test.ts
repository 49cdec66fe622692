import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { checkMnistFile, loadMnist } from "../../../train/data/mnist.ts";

Deno.test("loadMnist() loads all of MNIST", async () => {
  const { train, test } = await loadMnist();
  assert.deepEqual([train.count, train.images.length, train.labels.length], [
    60_000,
    60_000 * 784,
    60_000,
  ]);
  assert.deepEqual([test.count, test.images.length, test.labels.length], [
    10_000,
    10_000 * 784,
    10_000,
  ]);
  assert.deepEqual([...train.labels.subarray(0, 5)], [5, 0, 4, 1, 9]);
  assert.deepEqual([...test.labels.subarray(0, 5)], [7, 2, 1, 0, 4]);
});

Deno.test("loadMnist() refuses a folder that lacks a file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await assert.rejects(
      loadMnist(pathToFileURL(folder + "/")),
      Deno.errors.NotFound,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("checkMnistFile() refuses bytes that differ from the published ones", () => {
  assert.throws(
    () => checkMnistFile("t10k-labels-idx1-ubyte", new Uint8Array(0)),
    new Error(
      "t10k-labels-idx1-ubyte: the MD5 is d41d8cd98f00b204e9800998ecf8427e, " +
        "expected 27ae3e4e09519cfbb04c329615203637 as published",
    ),
  );
});
