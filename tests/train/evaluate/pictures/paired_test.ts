import assert from "node:assert/strict";
import type { GreyImage } from "../../../../src/image/grey.ts";
import type { RecognizerAnswer } from "../../../../src/recognizer.ts";
import { tallyPairs } from "../../../../train/evaluate/pictures/paired.ts";
import type {
  LabelledInput,
  PictureReader,
} from "../../../../train/evaluate/pictures/tally.ts";

/** Reads the digit that a picture's one pixel says; above 9, it rejects. */
const read: PictureReader = ({ pixels }) => {
  const [value] = pixels;
  return { digit: value! % 10, rejected: value! > 9 } as RecognizerAnswer;
};

function picture(value: number): GreyImage {
  return { width: 1, height: 1, pixels: Uint8Array.of(value) };
}

/** A 3 that is read as one value, and as another in its plain picture. */
function three(value: number, plain: number): LabelledInput {
  return {
    name: `${value}-${plain}`,
    label: 3,
    image: picture(value),
    plain: () => picture(plain),
  };
}

Deno.test("tallyPairs() tells what a picture loses from what its digit does", () => {
  const inputs = [
    three(3, 3),
    three(4, 3), // lost, and not rejected
    three(14, 13), // lost, but rejected
    three(3, 4), // gained
    three(4, 5), // the digit is read wrong in any picture
    { name: "no plain picture", label: 3, image: picture(4) },
  ];
  assert.deepEqual(tallyPairs(inputs, read), {
    count: 5,
    plainRight: 3,
    plainSilentlyWrong: 2,
    lost: 2,
    lostSilently: 1,
    gained: 1,
  });
});
