import assert from "node:assert/strict";
import { refineBox } from "../../../src/image/normalize/edges.ts";

Deno.test("refineBox() finds where ink falls to half", () => {
  const cases: [number[], number, number][] = [
    [[0, 1, 1, 1, 0], 1, 4],
    [[0, 0.5, 1, 1, 0], 1.5, 4],
    [[0, 1, 1, 0.75, 0], 1, 3.83],
    [[1, 1, 1, 1, 1], 0, 5],
    [[0, 0.25, 1, 0.25, 0], 1.83, 3.17],
  ];
  for (const [row, left, right] of cases) {
    const first = row.findIndex((value) => value >= 0.5);
    const last = row.findLastIndex((value) => value >= 0.5);
    const box = { left: first, top: 0, right: last + 1, bottom: 1 };
    // Levels stand for a hundredth of full ink each.
    const shares = Float32Array.from({ length: 256 }, (_, i) => i / 100);
    const ink = Uint8Array.from(row, (value) => 100 * value);
    const found = refineBox({ ink, width: row.length, shares }, box);
    assert.ok(Math.abs(found.left - left) < 0.01, `${row}: ${found.left}`);
    assert.ok(Math.abs(found.right - right) < 0.01, `${row}: ${found.right}`);
  }
});
