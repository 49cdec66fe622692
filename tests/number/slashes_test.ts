import assert from "node:assert/strict";
import { drawStrokes } from "../../src/image/strokes.ts";
import type { PlacedDigit } from "../../src/number/number_reading.ts";
import { slantOf, withoutSlashes } from "../../src/number/slashes.ts";

/** A stroke that goes to the right by so much for each row up. */
function line(slant: number): Uint8Array {
  return drawStrokes([{ x: [0, 100 * slant], y: [100, 0] }]);
}

/** Digits side by side; a `/` is a one that slants, a `|` one that hardly does. */
function placed(text: string, slash = 0.35, high = 100): PlacedDigit[] {
  return [...text].map((character, i) => {
    const isOne = "/|".includes(character);
    return {
      answer: {
        digit: isOne ? 1 : Number(character),
        confidence: 0.99,
        probabilities: [],
        rejected: false,
        reason: null,
      },
      pixels: line(character === "/" ? slash : 0.05),
      box: {
        left: 50 * i,
        right: 50 * i + 30,
        top: 0,
        bottom: character === "/" ? high : 100,
      },
    };
  });
}

function read(text: string, slash?: number, high?: number): string {
  return withoutSlashes(placed(text, slash, high))
    .map(({ answer }) => answer.digit).join("");
}

Deno.test("slantOf() is how far a stroke goes aside for each row", () => {
  for (const slant of [-0.4, 0, 0.2, 0.35]) {
    assert.ok(Math.abs(slantOf(line(slant)) - slant) < 0.06, `${slant}`);
  }
  assert.equal(slantOf(new Uint8Array(784)), 0);
});

Deno.test("withoutSlashes() reads dates", () => {
  assert.equal(read("24/12/2026"), "24122026");
  assert.equal(read("3/7/26"), "3726");
  assert.equal(read("2026/2/9"), "202629");
  // Upright ones of the date itself stay.
  assert.equal(read("|2/||/2026"), "12112026");
});

Deno.test("withoutSlashes() leaves other lines as they are", () => {
  // One slash, or places that no date has.
  assert.equal(read("24/2026"), "2412026");
  assert.equal(read("245/12/2026"), "24511212026");
  assert.equal(read("/4/2026"), "1412026");
  // Upright, low, or with a third that slants alike.
  assert.equal(read("24/12/2026", 0.1), "2411212026");
  assert.equal(read("24/12/2026", 0.35, 70), "2411212026");
  assert.equal(read("2//12/2026"), "21112" + "12026");
  assert.equal(read(""), "");
});
