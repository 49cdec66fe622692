import assert from "node:assert/strict";
import { decodePng } from "../../../src/image/png/decode.ts";
import { loadModels } from "../../../src/models.ts";
import {
  requestHardDigits,
  requestStory,
} from "../../../src/page/learned/data.ts";

const STATIC = new URL("../../../static/", import.meta.url);

const fromFiles = async (url: string) =>
  new Response(await Deno.readFile(new URL(url.slice(1), STATIC)));

Deno.test("requestStory() reads a run with a row of digits for each look", async () => {
  const { looks, images_per_step, training_images, epochs } =
    await requestStory(fromFiles);
  assert.equal(looks[0]!.step, 0);
  assert.ok(looks.every(({ step }, i) => i === 0 || step > looks[i - 1]!.step));
  const last = looks.at(-1)!;
  assert.equal(
    last.step,
    epochs * Math.floor(training_images / images_per_step),
  );
  const { width, height } = decodePng(
    await Deno.readFile(new URL("learned.png", STATIC)),
  );
  assert.deepEqual([width, height], [10 * 28, looks.length * 28]);
});

Deno.test("requestHardDigits() reads digits that the recognizer does read wrong", async () => {
  const { recognizer } = await loadModels();
  const { tested, digits } = await requestHardDigits(fromFiles);
  assert.equal(tested, 10_000);
  const { test_accuracy_int8 } = recognizer.info.training;
  assert.equal(
    digits.length,
    Math.round((1 - Number(test_accuracy_int8)) * tested),
  );
  for (const { label, read, confidence, pixels } of digits) {
    const [answer] = recognizer.recognize(pixels);
    assert.notEqual(read, label);
    assert.equal(answer!.digit, read);
    assert.ok(Math.abs(answer!.confidence - confidence) < 0.001);
  }
});

Deno.test("requestHardDigits() refuses files that are not its own", async () => {
  const digit = {
    index: 1,
    label: 2,
    read: 3,
    confidence: 0.5,
    pixels: "AA==",
  };
  const file = { model: "recognizer-01234567", tested: 10, digits: [digit] };
  await assert.rejects(
    requestHardDigits(() => Promise.resolve(Response.json(file))),
    /digits\/0\/pixels has 1 bytes, expected 784/,
  );
  await assert.rejects(
    requestHardDigits(() => Promise.resolve(new Response("", { status: 404 }))),
    new TypeError("/hard_digits.json answered 404, expected 200"),
  );
  await assert.rejects(
    requestStory(() => Promise.resolve(Response.json({ looks: [] }))),
    TypeError,
  );
});
