import assert from "node:assert/strict";
import { snakeCased } from "../../src/http/snake_case.ts";

Deno.test("snakeCased() renames keys at every depth and keeps values", () => {
  const cases: [unknown, unknown][] = [
    [{ batchNorm: true }, { batch_norm: true }],
    [{ a: [{ kernelSize: 3 }, "camelCase"] }, {
      a: [{ kernel_size: 3 }, "camelCase"],
    }],
    [{ already_so: null }, { already_so: null }],
    [7, 7],
    [null, null],
  ];
  for (const [given, expected] of cases) {
    assert.deepEqual(snakeCased(given), expected);
  }
});
