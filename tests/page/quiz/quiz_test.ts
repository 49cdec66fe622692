import assert from "node:assert/strict";
import { decodePng } from "../../../src/image/png/decode.ts";
import { luck, quizOf, REAL_EACH } from "../../../src/page/quiz/quiz.ts";

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed * 7919);

Deno.test("quizOf() has ten pictures, five of them real, none twice", () => {
  for (const seed of SEEDS) {
    const questions = quizOf(seed);
    assert.equal(questions.length, 10);
    const places = questions.flatMap((question) =>
      question.kind === "real" ? [question.place] : []
    );
    assert.equal(places.length, 5);
    assert.equal(new Set(places).size, 5);
    for (const question of questions) {
      assert.ok(question.digit >= 0 && question.digit <= 9);
      if (question.kind === "made") assert.ok(question.seed < 2 ** 32);
      else assert.equal(question.digit, Math.floor(question.place / REAL_EACH));
    }
  }
});

Deno.test("quizOf() gives nothing away by place or digit", () => {
  const all = SEEDS.flatMap((seed) => quizOf(seed));
  for (let at = 0; at < 10; at++) {
    const here = SEEDS.filter((seed) => quizOf(seed)[at]!.kind === "real");
    assert.ok(Math.abs(here.length - 100) < 35, `${here.length} at ${at}`);
    for (const kind of ["real", "made"]) {
      const { length } = all.filter((question) =>
        question.kind === kind && question.digit === at
      );
      assert.ok(Math.abs(length - 100) < 40, `${length} ${kind} ${at}`);
    }
  }
});

Deno.test("quizOf() is the same for the same seed", () => {
  assert.deepEqual(quizOf(5), quizOf(5));
  assert.notDeepEqual(quizOf(5), quizOf(6));
});

Deno.test("luck() is the chance of at least a score", () => {
  assert.deepEqual([0, 5, 8, 10].map((score) => luck(score) * 1024), [
    1024,
    638,
    56,
    1,
  ]);
});

Deno.test("the sheet of real digits has a row for each digit, and is small", async () => {
  const bytes = await Deno.readFile(
    new URL("../../../static/real_digits.png", import.meta.url),
  );
  assert.ok(bytes.length < 60_000);
  const { width, height, pixels } = decodePng(bytes);
  assert.deepEqual([width, height], [REAL_EACH * 28, 10 * 28]);
  const pictures = new Set<string>();
  for (let i = 0; i < 10 * REAL_EACH; i++) {
    const [left, top] = [i % REAL_EACH * 28, Math.floor(i / REAL_EACH) * 28];
    const rows = Array.from({ length: 28 }, (_, y) => {
      const from = (top + y) * width + left;
      return pixels.subarray(from, from + 28).join();
    });
    pictures.add(rows.join());
  }
  assert.equal(pictures.size, 10 * REAL_EACH);
});
