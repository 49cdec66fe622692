import assert from "node:assert/strict";
import { runReference } from "../src/engine/reference.ts";
import { openModel } from "../src/model_file.ts";
import { Random } from "../src/network/random.ts";
import { createRecognizer, type Recognizer } from "../src/recognizer.ts";
import { ENGINE_MODULES } from "./engine/modules.ts";
import { generatorFile, recognizerFile } from "./task_models.ts";

const [[, RELAXED]] = ENGINE_MODULES;

async function recognizer(
  metadata: Record<string, string> = {},
): Promise<Recognizer> {
  const file = await openModel("recognizer", recognizerFile(metadata));
  return createRecognizer(file, RELAXED);
}

/** Random images. */
function images(count: number): Uint8Array {
  const random = new Random(5);
  return Uint8Array.from({ length: count * 784 }, () => random.below(256));
}

Deno.test("recognize() returns the softmax of the network's logits", async () => {
  const file = await openModel("recognizer", recognizerFile());
  const pixels = images(1);
  const powers = [...runReference(file.model, pixels)].map(Math.exp);
  const sum = powers.reduce((a, b) => a + b);
  const [answer] = createRecognizer(file, RELAXED).recognize(pixels);
  answer!.probabilities.forEach((probability, digit) => {
    // To nine decimals.
    assert.ok(Math.abs(probability - powers[digit]! / sum) < 5.1e-10);
    assert.equal(probability, Number(probability.toFixed(9)));
  });
  const all = answer!.probabilities.reduce((a, b) => a + b);
  assert.ok(Math.abs(all - 1) < 1e-8);
  const most = Math.max(...answer!.probabilities);
  assert.equal(answer!.confidence, most);
  assert.equal(answer!.digit, answer!.probabilities.indexOf(most));
  assert.equal(answer!.rejected, false);
  assert.equal(answer!.reason, null);
});

Deno.test("recognize() answers any number of images in order", async () => {
  const { recognize } = await recognizer();
  const pixels = images(130);
  const answers = recognize(pixels);
  assert.equal(answers.length, 130);
  for (const i of [0, 1, 63, 64, 127, 128, 129]) {
    const one = recognize(pixels.subarray(i * 784, (i + 1) * 784));
    assert.deepEqual(answers[i], one[0]);
  }
  assert.deepEqual(recognize(new Uint8Array(0)), []);
});

Deno.test("recognize() divides logits by the temperature", async () => {
  const pixels = images(1);
  const [plain] = (await recognizer()).recognize(pixels);
  const [soft] = (await recognizer({ temperature: "2" })).recognize(pixels);
  const ratio = Math.log(plain!.probabilities[0]! / plain!.probabilities[1]!);
  const softRatio = Math.log(soft!.probabilities[0]! / soft!.probabilities[1]!);
  assert.ok(Math.abs(ratio - 2 * softRatio) < 1e-6);
  assert.equal(soft!.digit, plain!.digit);
});

Deno.test("recognize() rejects blank images and uncertain answers, but still guesses", async () => {
  const strict = await recognizer({ reject_below: "1.1" });
  const [uncertain] = strict.recognize(images(1));
  assert.equal(uncertain!.rejected, true);
  assert.equal(uncertain!.reason, "uncertain");
  const [blank] = strict.recognize(new Uint8Array(784));
  assert.equal(blank!.reason, "blank");
  assert.equal(blank!.rejected, true);
  assert.ok(blank!.digit >= 0 && blank!.digit <= 9);
  assert.equal(blank!.confidence, 0.1);
  assert.deepEqual(blank!.probabilities, new Array(10).fill(0.1));

  const { recognize } = await recognizer();
  const faint = new Uint8Array(784).fill(63);
  assert.equal(recognize(faint)[0]!.reason, "blank");
  faint[400] = 64;
  assert.equal(recognize(faint)[0]!.reason, null);
});

Deno.test("recognize() supports a network that also scores non-digits", async () => {
  const bytes = recognizerFile({ reject_below: "1" }, {
    type: "dense",
    name: "logits",
    units: 12,
    activation: "linear",
    batchNorm: false,
  });
  const file = await openModel("recognizer", bytes);
  const pixels = images(20);
  const answers = createRecognizer(file, RELAXED).recognize(pixels);
  assert.ok(createRecognizer(file, RELAXED).selfTest());
  answers.forEach((answer, i) => {
    const logits = runReference(
      file.model,
      pixels.subarray(i * 784, (i + 1) * 784),
    );
    const digits = [...logits.slice(0, 10)];
    assert.equal(answer.digit, digits.indexOf(Math.max(...digits)));
    const sum = answer.probabilities.reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 1) < 1e-8);
    assert.equal(answer.rejected, true);
  });
});

Deno.test("recognize() refuses a partial image", async () => {
  const { recognize } = await recognizer();
  assert.throws(
    () => recognize(new Uint8Array(785)),
    new RangeError("expected a multiple of 784 bytes, found 785"),
  );
});

Deno.test("selfTest() runs the file's test vector", async () => {
  assert.equal((await recognizer()).selfTest(), true);
});

Deno.test("createRecognizer() refuses malformed numbers in the metadata", async () => {
  const cases: [Record<string, string>, RangeError][] = [
    [
      { temperature: "hot" },
      new RangeError('metadata "temperature" is "hot", expected a number'),
    ],
    [
      { temperature: " " },
      new RangeError('metadata "temperature" is " ", expected a number'),
    ],
    [
      { temperature: "0" },
      new RangeError("temperature is 0, expected above 0"),
    ],
    [
      { reject_below: "Infinity" },
      new RangeError(
        'metadata "reject_below" is "Infinity", expected a number',
      ),
    ],
  ];
  for (const [metadata, error] of cases) {
    await assert.rejects(recognizer(metadata), error);
  }
});

Deno.test("createRecognizer() refuses a network of the wrong shape", async () => {
  const nine = recognizerFile({}, {
    type: "dense",
    name: "logits",
    units: 9,
    activation: "linear",
    batchNorm: false,
  });
  for (
    const [bytes, found] of [
      [nine, "784 to 9 logits"],
      [generatorFile(), "74 to 784 pixels"],
    ] as const
  ) {
    const file = await openModel("recognizer", bytes);
    assert.throws(
      () => createRecognizer(file, RELAXED),
      new TypeError(
        `a recognizer goes from 784 pixels to 10 or 12 logits, found ${found}`,
      ),
    );
  }
});
