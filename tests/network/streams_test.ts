import assert from "node:assert/strict";
import type { Random } from "../../src/network/random.ts";
import * as streams from "../../src/network/streams.ts";

/** First number of every stream, for seed 7, step 11, place 13. */
const FIRST: Record<keyof typeof streams, [Random, number]> = {
  generatorWeights: [streams.generatorWeights(7, 13), 2518613299],
  discriminatorWeights: [streams.discriminatorWeights(7, 13), 2834111804],
  discriminatorLatent: [streams.discriminatorLatent(7, 11, 13), 3730451407],
  generatorLatent: [streams.generatorLatent(7, 11, 13), 1106654303],
  penaltyShare: [streams.penaltyShare(7, 11, 13), 70145597],
  quizOrder: [streams.quizOrder(7), 2832442908],
  studiedImages: [streams.studiedImages(7, 13), 4286629904],
  quizDigits: [streams.quizDigits(7), 1985416189],
  quizQuestions: [streams.quizQuestions(7), 4063196454],
  pictureLatent: [streams.pictureLatent(7, 13), 1132019162],
  checkupLatent: [streams.checkupLatent(7, 13), 2022121507],
  recognizerWeights: [streams.recognizerWeights(7, 13), 915696811],
  augmentation: [streams.augmentation(7, 11, 13), 1596026676],
  trainingDigitLatent: [streams.trainingDigitLatent(7, 11, 13), 119357535],
  damageOf: [streams.damageOf(7, 11, 13), 1525833117],
  sentDigit: [streams.sentDigit(7, 13), 2310632659],
  negativeKind: [streams.negativeKind(7, 13), 3699652758],
  negativePicture: [streams.negativePicture(7, 13), 935624601],
  negativeOfKind: [streams.negativeOfKind(7, 13), 3726004482],
  fontHand: [streams.fontHand(7, 13), 588565859],
  writtenHand: [streams.writtenHand(7), 1719027521],
  writtenPlace: [streams.writtenPlace(7, 13), 237887545],
  batchOrder: [streams.batchOrder(7, 11), 1011597084],
  drawnHand: [streams.drawnHand(7, 13), 4182598346],
  heldOutImages: [streams.heldOutImages(7, 13), 276745084],
  heldOutFromProbe: [streams.heldOutFromProbe(7, 13), 686458689],
  measuredRealDigits: [streams.measuredRealDigits(7), 1859161107],
  calibrationLatent: [streams.calibrationLatent(11, 13), 298828225],
  goldenLatents: [streams.goldenLatents(7), 3665363904],
  servedLatent: [streams.servedLatent(7, 13), 276745084],
  servedDigit: [streams.servedDigit(7, 13), 1605351676],
  styleLatent: [streams.styleLatent(7), 122421662],
  composedRow: [streams.composedRow(7, 13), 1259156129],
};

Deno.test("every stream starts with its known number", () => {
  for (const [name, [stream, first]] of Object.entries(FIRST)) {
    // Changing one makes other models from the same seed, or other pictures
    // from the same link.
    assert.equal(stream.uint32(), first, name);
  }
});

Deno.test("only streams.ts in src/ and train/ names streams", async () => {
  const root = new URL("../../", import.meta.url);
  const found: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for await (const entry of Deno.readDir(new URL(folder, root))) {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory) await visit(`${path}/`);
      else if (path.endsWith(".ts")) {
        // Examples in comments may name streams.
        const code = (await Deno.readTextFile(new URL(path, root)))
          .replaceAll(/^ *\*.*$/gm, "");
        if (/new Random\(/.test(code)) found.push(path);
      }
    }
  };
  await visit("src/");
  await visit("train/");
  assert.deepEqual(found, ["src/network/streams.ts"]);
});
