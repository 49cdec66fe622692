import assert from "node:assert/strict";
import type { Box } from "../../src/image/normalize/components.ts";
import type { LinePiece } from "../../src/number/candidates.ts";
import type { DigitReading } from "../../src/number/number_reading.ts";
import { readLine } from "../../src/number/read_line.ts";
import type { RejectionReason } from "../../src/recognizer.ts";

const HEIGHT = 30;

/** A piece 20 wide, which may be cut in its middle. */
function piece(left: number, ...cuts: number[]): LinePiece<Box> {
  const places = [left, ...cuts.map(() => left + 10), left + 20];
  const part = (from: number, to: number) => ({
    left: places[from]!,
    right: places[to]!,
    top: 0,
    bottom: HEIGHT,
  });
  return { whole: part(0, places.length - 1), cuts, part };
}

/** A reading of a digit. */
function reading(
  digit: number,
  confidence: number,
  reason: RejectionReason | null = null,
): DigitReading {
  const rejected = reason !== null;
  return {
    answer: { digit, confidence, probabilities: [], rejected, reason },
    pixels: new Uint8Array(784),
  };
}

/** Reads a line of which each stretch reads as given, others as nothing. */
function read(
  line: readonly LinePiece<Box>[],
  readings: Readonly<Record<string, DigitReading>>,
) {
  const seen: string[] = [];
  const digits = readLine(line, HEIGHT, (parts) => {
    const place = `${parts[0]!.left}-${parts.at(-1)!.right}`;
    seen.push(place);
    return readings[place] ?? reading(0, 0.1, "not_a_digit");
  });
  return { text: digits.map(({ answer }) => answer.digit).join(""), seen };
}

const SURE = { "0-20": reading(4, 0.99), "30-50": reading(2, 0.99) };

Deno.test("readLine() reads only what the best chain needs", () => {
  const { text, seen } = read([piece(0), piece(30)], SURE);
  assert.equal(text, "42");
  assert.deepEqual(seen, ["0-20", "30-50"]);
});

Deno.test("readLine() cuts where the parts read better than the whole", () => {
  const readings = {
    "0-20": reading(8, 0.3),
    "0-10": reading(1, 0.99),
    "10-20": reading(7, 0.99),
  };
  assert.equal(read([piece(0, 0)], readings).text, "17");
});

Deno.test("readLine() leaves whole what reads well", () => {
  const readings = { "0-20": reading(8, 0.99) };
  assert.equal(read([piece(0, 0)], readings).text, "8");
});

Deno.test("readLine() skips a sign at either end", () => {
  const none = reading(6, 0.12, "not_a_digit");
  const line = [piece(0), piece(30), piece(60)];
  assert.equal(
    read(line, { ...SURE, "0-20": none, "60-80": SURE["0-20"] }).text,
    "24",
  );
  assert.equal(read(line, { ...SURE, "60-80": none }).text, "42");
});

Deno.test("readLine() keeps a digit at either end that it is unsure of", () => {
  const unsure = reading(0, 0.17, "not_a_digit");
  const line = [piece(0), piece(30)];
  assert.equal(read(line, { ...SURE, "0-20": unsure }).text, "02");
  assert.equal(read(line, { ...SURE, "30-50": unsure }).text, "40");
});

Deno.test("readLine() skips no other ink that reads badly", () => {
  const none = reading(6, 0.12, "not_a_digit");
  assert.equal(read([piece(0)], { "0-20": none }).text, "6");
  const line = [piece(0), piece(30), piece(60)];
  const between = { ...SURE, "30-50": none, "60-80": SURE["0-20"] };
  assert.equal(read(line, between).text, "464");
  const uncertain = reading(6, 0.12, "uncertain");
  assert.equal(
    read(line.slice(0, 2), { ...SURE, "0-20": uncertain }).text,
    "62",
  );
});
