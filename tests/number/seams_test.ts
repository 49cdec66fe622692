import assert from "node:assert/strict";
import { findSeams } from "../../src/number/seams.ts";
import { sketch } from "./sketch.ts";

Deno.test("findSeams() counts what each seam crosses", () => {
  const [piece] = sketch(
    "###..###",
    "###..###",
    "########",
    "###..###",
    "###..###",
  );
  const seams = findSeams(piece!);
  assert.equal(seams.length, 7);
  const cheapest = seams.reduce((a, b) => b.cost < a.cost ? b : a);
  assert.deepEqual(
    [cheapest.ink, cheapest.strokes, cheapest.cost],
    [1, 1, 1],
  );
  assert.ok(cheapest.before === 15 || cheapest.before === 16);
});

Deno.test("findSeams() goes around ink where it can", () => {
  const [piece] = sketch(
    "####.###",
    "###.####",
    "##.#####",
    "##.#####",
    "########",
  );
  const through = findSeams(piece!)[1]!; // Column 2 of the middle row.
  assert.equal(through.ink, 1);
  assert.deepEqual([...through.columns].slice(0, 4), [4, 3, 2, 2]);
});

Deno.test("findSeams() names columns of the picture", () => {
  const [piece] = sketch("......", "..##..", "..##..");
  const [seam] = findSeams(piece!);
  assert.deepEqual([...seam!.columns], [3, 3]);
  assert.equal(seam!.before, 2);
});
