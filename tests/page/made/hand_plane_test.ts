import assert from "node:assert/strict";
import { type Corners, handAt } from "../../../src/page/made/hand_plane.ts";

const AVERAGE = Uint8Array.of(64, 64, 64, 64);
const CORNERS: Corners = [
  Uint8Array.of(104, 64, 64, 64),
  Uint8Array.of(64, 104, 64, 64),
  Uint8Array.of(64, 64, 104, 64),
  Uint8Array.of(64, 64, 64, 104),
];

Deno.test("handAt() is each hand in its corner", () => {
  [[0, 0], [1, 0], [0, 1], [1, 1]].forEach(([x, y], i) => {
    assert.deepEqual(handAt(CORNERS, AVERAGE, x!, y!), CORNERS[i]);
  });
});

Deno.test("handAt() mixes the hands, farther out than their mean", () => {
  // A quarter of each is 10 from the average; the variance halves the length.
  const middle = 64 + Math.round(10 * Math.SQRT2);
  assert.deepEqual(
    handAt(CORNERS, AVERAGE, 0.5, 0.5),
    Uint8Array.of(middle, middle, middle, middle),
  );
  const [near, far] = handAt(CORNERS, AVERAGE, 0.25, 0);
  assert.ok(near! > far! && far! > 64);
});

Deno.test("handAt() stays within the codes", () => {
  const high = new Uint8Array(4).fill(127);
  assert.deepEqual(
    handAt([high, high, high, high], AVERAGE, 0.5, 0.5),
    high,
  );
});
