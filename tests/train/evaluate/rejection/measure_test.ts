import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../../train/data/join.ts";
import { measureRejection } from "../../../../train/evaluate/rejection/measure.ts";
import {
  damageTable,
  rejectionTable,
} from "../../../../train/models/robustness_section.ts";

const digits = await makeDataset(
  20,
  (i) => i % 10,
  (i) => drawnDigit(i % 10, new Random(i)),
);

/** Sure of the digits alone: it knows them by their pixels. */
const known = new Set(
  Array.from(
    { length: 20 },
    (_, i) => digits.images.subarray(i * 784, (i + 1) * 784).join(),
  ),
);
const recognizer = {
  recognize: (pixels: Uint8Array) =>
    Array.from({ length: pixels.length / 784 }, (_, i) => {
      const isKnown = known.has(pixels.subarray(i * 784, (i + 1) * 784).join());
      return {
        digit: i % 10,
        confidence: isKnown ? 1 : 0.1,
        probabilities: [],
        rejected: !isKnown,
        reason: isKnown ? null : "not_a_digit" as const,
      };
    }),
};

Deno.test("measureRejection() separates digits from every kind, and its table shows it", async () => {
  const result = await measureRejection(recognizer, digits, 3);
  assert.deepEqual(result.digits, { rejected: 0, calibration_error: 0 });
  for (const { name, auroc, rejected, reasons } of result.kinds) {
    assert.equal(auroc, 1, name);
    assert.equal(rejected, 1, name);
    assert.deepEqual(reasons, { not_a_digit: 1 }, name);
  }
  const table = rejectionTable(result);
  assert.equal(table.length, 6 + result.kinds.length);
  assert.equal(
    table.at(-1),
    "Reported separately, letters that look like digits: AUROC 1.0000, 100.00 % rejected.",
  );
  assert.ok(table.includes(
    "| doodles | held out | 1.0000 | 100.00 % | not_a_digit 100.00 % |",
  ));
});

Deno.test("damageTable() has each suite's kinds and their mean", () => {
  const table = damageTable([
    { suite: "client", name: "shift", accuracy: 0.9 },
    { suite: "client", name: "blur", accuracy: 1 },
    { suite: "mnist_c", name: "fog", accuracy: 0.5 },
  ]);
  assert.deepEqual(table.filter((line) => line.includes("%")), [
    "| shift | 90.00 % |",
    "| blur | 100.00 % |",
    "| mean | 95.00 % |",
    "| fog | 50.00 % |",
    "| mean | 50.00 % |",
  ]);
});
