import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { inflate } from "../../../src/image/png/inflate.ts";

Deno.test("inflate() refuses streams of another length, and damaged ones", () => {
  const stream = new Uint8Array(deflateSync(new Uint8Array(100)));
  const cases: [string, Uint8Array, number, RegExp][] = [
    ["longer", stream, 99, /damaged or truncated/],
    ["shorter", stream, 101, /are 100 bytes, not 101/],
    ["cut", stream.subarray(0, 8), 100, /damaged or truncated/],
    ["checksum", stream.with(-1, 0), 100, /damaged or truncated/],
    ["garbage", Uint8Array.of(...stream, 1, 2, 3), 100, /3 bytes after/],
    ["hopeless", stream.subarray(0, 2), 5000, /at most 2064 bytes, not 5000/],
  ];
  for (const [name, bytes, expected, message] of cases) {
    assert.throws(() => inflate([bytes], expected), (error: Error) => {
      assert.ok(error instanceof SyntaxError, name);
      assert.match(error.message, message, name);
      return true;
    });
  }
});

Deno.test("inflate() reads what is as compact as deflate can be", () => {
  const length = 4_000_000;
  const stream = new Uint8Array(deflateSync(new Uint8Array(length)));
  assert.equal(inflate([stream], length).length, length);
});
