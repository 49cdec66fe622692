import assert from "node:assert/strict";
import { quizPicture } from "../../../../train/pipeline/gallery/quiz.ts";
import { imageAt, labelsInTurn, rows } from "./rows.ts";

const source = {
  served: rows(1, labelsInTurn(200)),
  training: rows(2, labelsInTurn(10)),
  validation: rows(3, labelsInTurn(50)),
  seed: 4,
};

/** The image as text, to look it up. */
function text(image: Uint8Array): string {
  return image.join();
}

Deno.test("quizPicture() mixes as many real as generated digits, none twice", () => {
  const { sheet, answer } = quizPicture(source);
  const [real, generated] = [source.validation, source.served].map((
    { images, count },
  ) =>
    new Set(
      Array.from({ length: count }, (_, i) => text(imageAt(images, i))),
    )
  ) as [Set<string>, Set<string>];
  const shown = Array.from(
    { length: 40 },
    (_, i) => text(imageAt(sheet.images, i)),
  );
  assert.equal(sheet.images.length, 40 * 784);
  assert.equal(new Set(shown).size, 40);
  assert.equal(shown.filter((image) => real.has(image)).length, 20);
  assert.equal(shown.filter((image) => generated.has(image)).length, 20);
  // The answer has the real ones in their places, and blanks.
  shown.forEach((image, i) => {
    const found = imageAt(answer!.sheet.images, i);
    if (real.has(image)) assert.equal(text(found), image);
    else assert.ok(found.every((value) => value === 0));
  });
  // Neither first all of one kind.
  const kinds = shown.map((image) => real.has(image));
  assert.ok(kinds.slice(0, 20).includes(true));
  assert.ok(kinds.slice(0, 20).includes(false));
});

Deno.test("quizPicture() makes do with few real images", () => {
  const few = { ...source, validation: rows(3, Uint8Array.of(5, 5, 9)) };
  const { sheet, text } = quizPicture(few);
  assert.equal(sheet.images.length, 6 * 784);
  assert.match(text, /^3 of these 6 digits are real/);
});
