import assert from "node:assert/strict";
import type { RecognizerAnswer } from "../../../../src/recognizer.ts";
import {
  type LabelledInput,
  type PictureReader,
  tally,
} from "../../../../train/evaluate/pictures/tally.ts";

/** Reads the digit that a picture's one pixel says; above 9, it rejects. */
const read: PictureReader = ({ pixels }) => {
  const [value] = pixels;
  return { digit: value! % 10, rejected: value! > 9 } as RecognizerAnswer;
};

function input(label: number, value: number): LabelledInput {
  const image = { width: 1, height: 1, pixels: Uint8Array.of(value) };
  return { name: `${label}-${value}`, label, image };
}

Deno.test("tally() counts the right, the rejected and the silently wrong", () => {
  const inputs = [
    input(3, 3), // right
    input(3, 13), // right, though rejected
    input(3, 4), // wrong and not rejected
    input(3, 14), // wrong, but rejected
  ];
  const { wrong, ...counts } = tally(inputs, read);
  assert.deepEqual(counts, {
    count: 4,
    right: 2,
    rejected: 2,
    silentlyWrong: 1,
  });
  assert.deepEqual(
    wrong.map(({ input: { name }, answer: { digit } }) => [name, digit]),
    [["3-4", 4], ["3-14", 4]],
  );
});

Deno.test("tally() finds a picture of no digit right if it is rejected", () => {
  const { count, right, rejected, silentlyWrong } = tally(
    [input(-1, 17), input(-1, 7)],
    read,
  );
  assert.deepEqual([count, right, rejected, silentlyWrong], [2, 1, 1, 1]);
});
