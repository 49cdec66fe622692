import assert from "node:assert/strict";
import { labelledImages } from "../../../train/study/labelled.ts";
import { labelsInTurn, rows } from "../pipeline/gallery/rows.ts";

const dataset = rows(1, labelsInTurn(200));

/** The images as text, to compare sets. */
function texts({ images, count }: typeof dataset): Set<string> {
  return new Set(Array.from(
    { length: count },
    (_, i) => images.subarray(i * 784, (i + 1) * 784).join(),
  ));
}

Deno.test("labelledImages() chooses equally many of each digit, by seed", () => {
  const chosen = labelledImages(dataset, 50, 1);
  assert.equal(chosen.count, 50);
  for (let digit = 0; digit < 10; digit++) {
    assert.equal(chosen.labels.filter((label) => label === digit).length, 5);
  }
  assert.equal(texts(chosen).size, 50);
  assert.deepEqual(labelledImages(dataset, 50, 1), chosen);
  assert.notDeepEqual(texts(labelledImages(dataset, 50, 2)), texts(chosen));
});

Deno.test("labelledImages() adds to the images of a smaller number", () => {
  const many = texts(labelledImages(dataset, 100, 3));
  for (const image of texts(labelledImages(dataset, 20, 3))) {
    assert.ok(many.has(image));
  }
});

Deno.test("labelledImages() can choose all, and refuses impossible counts", () => {
  assert.equal(labelledImages(dataset, Infinity, 1), dataset);
  assert.throws(() => labelledImages(dataset, 15, 1), /multiple of 10/);
  const uneven = rows(1, new Uint8Array(30).fill(3));
  assert.throws(
    () => labelledImages(uneven, 20, 1),
    /digit 0 has 0 images, expected 2/,
  );
});
