import assert from "node:assert/strict";
import { Rounds } from "../../../src/page/think/rounds.ts";

/** Rounds whose parts take 2 of 5 ms, and what was done in each frame. */
function begin(budget = 5) {
  let time = 0;
  let due: (() => void) | null = null;
  let done: string[] = [];
  const rounds = new Rounds(budget, (callback) => due = callback, () => time);
  const offer = (name: string, count: number) =>
    rounds.offer(() =>
      Array.from({ length: count }, (_, i) => () => {
        done.push(`${name}${i}`);
        time += 2;
      })
    );
  /** The next frame; null if none was asked for. */
  const frame = (passed = 16): string[] | null => {
    time += passed;
    if (due === null) return null;
    const callback = due;
    due = null;
    done = [];
    callback();
    return done;
  };
  return { rounds, offer, frame };
}

Deno.test("Rounds do what fits into a frame, and the rest later", () => {
  const { offer, frame } = begin();
  assert.equal(frame(), null);
  offer("a", 4);
  assert.deepEqual(frame(), ["a0", "a1", "a2"]);
  assert.deepEqual(frame(), ["a3"]);
  assert.equal(frame(), null);
});

Deno.test("Rounds are finished before the newest begins", () => {
  const { offer, frame } = begin();
  offer("a", 4);
  frame();
  offer("b", 1);
  offer("c", 1);
  assert.deepEqual(frame(), ["a3"]);
  assert.deepEqual(frame(), ["c0"]);
  assert.equal(frame(), null);
});

Deno.test("Rounds.stop() forgets what is left", () => {
  const { rounds, offer, frame } = begin();
  offer("a", 4);
  frame();
  offer("b", 1);
  rounds.stop();
  assert.deepEqual(frame(), []);
  assert.equal(frame(), null);
  offer("c", 1);
  assert.deepEqual(frame(), ["c0"]);
});

Deno.test("Rounds do less in a frame after late ones, and more again", () => {
  const { offer, frame } = begin(1000);
  /** How many parts are done in a frame; the rest of the round is in time. */
  const parts = (passed: number): number => {
    offer("a", 16);
    const first = frame(passed)!.length;
    while (frame(1) !== null);
    return first;
  };
  assert.equal(parts(1000), 16, "a pause is not late");
  assert.equal(parts(40), 8);
  assert.equal(parts(40), 4);
  assert.equal(parts(40), 2);
  assert.equal(parts(40), 1);
  assert.equal(parts(40), 1, "one part is always done");
  let most = 0;
  for (let i = 0; i < 100; i++) most = parts(1);
  assert.ok(most > 2, `${most} parts after frames in time`);
});
