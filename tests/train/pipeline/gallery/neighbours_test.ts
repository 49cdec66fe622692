import assert from "node:assert/strict";
import { initBackend } from "../../../../train/backend/mod.ts";
import {
  firstOfEach,
  neighboursPicture,
} from "../../../../train/pipeline/gallery/neighbours.ts";
import { imageAt, labelsInTurn, rows } from "./rows.ts";

Deno.test("neighboursPicture() puts each digit next to its nearest training image", async () => {
  await initBackend("wasm");
  const training = rows(1, labelsInTurn(80));
  // Each served digit is a training image but for one pixel.
  const order = [...training.labels.keys()].reverse();
  const served = rows(2, training.labels.map((_, i) => order[i]! % 10));
  order.forEach((from, to) => {
    imageAt(served.images, to).set(imageAt(training.images, from));
    imageAt(served.images, to)[0] = 255;
  });
  const { sheet, text } = await neighboursPicture({
    served,
    training,
    validation: training,
    seed: 1,
  });
  assert.equal(sheet.images.length, 10 * 10 * 784);
  for (let i = 0; i < 100; i += 2) {
    const [own, nearest] = [
      imageAt(sheet.images, i),
      imageAt(sheet.images, i + 1),
    ];
    assert.equal(own[0], 255);
    assert.deepEqual(own.subarray(1), nearest.subarray(1));
  }
  assert.match(text, /80 training images\. The smallest distance is 0\.\d\d/);
});

Deno.test("firstOfEach() lists places digit by digit", () => {
  const places = firstOfEach(Uint8Array.of(1, 0, 1, 9, 0, 0), 2);
  assert.deepEqual(places, [1, 4, 0, 2, 3]);
});
