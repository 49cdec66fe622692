import assert from "node:assert/strict";
import { readMetrics } from "../../../../train/models/folder.ts";
import { makeDataset } from "../../../../train/data/join.ts";
import {
  errorsPage,
  findErrors,
  writeErrors,
} from "../../../../train/evaluate/errors/errors.ts";

const dataset = await makeDataset(
  6,
  (i) => 5 - i,
  (i) => new Uint8Array(784).fill(i),
);

/** Reads every picture as a 3, and is sure of the even ones. */
const recognizer = {
  recognize: (pixels: Uint8Array) =>
    Array.from({ length: pixels.length / 784 }, (_, i) => ({
      digit: 3,
      confidence: i % 2 === 0 ? 0.9 : 0.25,
      probabilities: [],
      rejected: i % 2 === 1,
      reason: i % 2 === 1 ? "uncertain" as const : null,
    })),
};

Deno.test("findErrors() finds what is read wrong, by label", () => {
  const errors = findErrors(recognizer, dataset);
  assert.deepEqual(
    errors.map(({ index, label, digit }) => [index, label, digit]),
    [[5, 0, 3], [4, 1, 3], [3, 2, 3], [1, 4, 3], [0, 5, 3]],
  );
});

Deno.test("errorsPage() has a cell for every error", () => {
  const page = errorsPage("some-model", findErrors(recognizer, dataset), 6);
  assert.match(
    page,
    /Of 6 test images, some-model reads 5 wrong; it rejects 3/,
  );
  assert.ok(page.includes(
    "| 5: 0, read 3, 25 % (rejected) | 4: 1, read 3, 90 % |",
  ));
  const rows = page.split("\n").filter((line) => line.startsWith("|"));
  assert.equal(rows.length, 3);
});

Deno.test("writeErrors() writes the page and the pictures of the shipped recognizer's errors", async () => {
  const folder = await Deno.makeTempDir({ prefix: "inkling-errors-" });
  try {
    await assert.rejects(
      writeErrors(folder, { models: folder }),
      Deno.errors.NotFound,
    );
    assert.deepEqual([...Deno.readDirSync(folder)], []);
    const models = new URL("../../../../models", import.meta.url).pathname;
    const paths = await writeErrors(folder, { models });
    assert.deepEqual(paths, [`${folder}/errors.md`, `${folder}/errors.png`]);
    const { size } = await Deno.stat(paths[1]!);
    assert.ok(size < 300_000, `${size} bytes`);
    const { recognizer } = await readMetrics(models);
    const wrong = Math.round(1e4 * (1 - recognizer!.test_accuracy_int8));
    const page = await Deno.readTextFile(paths[0]!);
    assert.match(
      page,
      new RegExp(
        `Of 10,000 test images, recognizer-\\w{8} reads ${wrong} wrong`,
      ),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
