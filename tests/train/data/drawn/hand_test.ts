import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { bend } from "../../../../train/data/drawn/hand.ts";

Deno.test("bend() moves places by the requested deviation", () => {
  let [sum, squares] = [0, 0];
  const hands = 2000;
  for (let seed = 0; seed < hands; seed++) {
    const [x, y] = bend(5, new Random(seed))([30, 80]);
    sum += x - 30 + y - 80;
    squares += (x - 30) ** 2 + (y - 80) ** 2;
  }
  assert.ok(Math.abs(sum / hands) < 0.5, `${sum / hands}`);
  const deviation = Math.sqrt(squares / hands / 2);
  assert.ok(Math.abs(deviation - 5) < 0.25, `${deviation}`);
});

Deno.test("bend() moves neighbours alike, and the same for a stream", () => {
  for (let seed = 0; seed < 50; seed++) {
    const bent = bend(7, new Random(seed));
    const [x, y] = bent([50, 70]);
    const [nextX, nextY] = bent([52, 70]);
    // A place moves by 7; the gap of 2 between two places hardly changes.
    const gap = Math.hypot(nextX - x, nextY - y);
    assert.ok(gap > 0.3 && gap < 3.7, `${gap}`);
    assert.deepEqual(bend(7, new Random(seed))([50, 70]), [x, y]);
  }
});
