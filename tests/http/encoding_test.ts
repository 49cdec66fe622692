import assert from "node:assert/strict";
import { chooseEncoding } from "../../src/http/encoding.ts";

const CASES: readonly [string | undefined, "br" | "gzip" | null][] = [
  [undefined, null],
  ["", null],
  ["identity", null],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP;q=0.5", "gzip"],
  ["br;q=0, gzip;q=0.1", "gzip"],
  ["br; q=0", null],
  ["*", "br"],
  ["*;q=0, gzip", "gzip"],
  ["br;q=x", null],
];

for (const [accepted, encoding] of CASES) {
  Deno.test(`chooseEncoding() answers ${accepted} with ${encoding}`, () => {
    assert.equal(chooseEncoding(accepted), encoding);
  });
}
