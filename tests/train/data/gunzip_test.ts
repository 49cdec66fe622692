import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { Random } from "../../../src/network/random.ts";
import { gunzip } from "../../../train/data/gunzip.ts";

const random = new Random(1);

/** Bytes that don't shrink. */
const raw = Uint8Array.from({ length: 100_000 }, () => random.below(256));
const packed = new Uint8Array(gzipSync(raw));

Deno.test("gunzip() inflates what gzip deflated, in one chunk or several", async () => {
  assert.ok(packed.length > 2 * 16_384);
  assert.deepEqual(await gunzip("f", packed, raw.length), raw);
  const few = Uint8Array.of(1, 2, 3);
  assert.deepEqual(await gunzip("f", gzipSync(few), 3), few);
  assert.deepEqual(
    await gunzip("f", gzipSync(new Uint8Array(0)), 0),
    new Uint8Array(0),
  );
});

Deno.test("gunzip() refuses damaged files, naming them", async () => {
  const wrongSum = packed.slice();
  wrongSum[wrongSum.length - 6]! ^= 1;
  const cases: [string, Uint8Array][] = [
    ["empty", new Uint8Array(0)],
    ["not gzip", Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1)],
    ["cut off", packed.subarray(0, -9)],
    ["without its end", packed.subarray(0, -4)],
    ["wrong checksum", wrongSum],
    ["trailing bytes", Buffer.concat([packed, Uint8Array.of(1, 2, 3)])],
    ["two members", Buffer.concat([packed, packed])],
  ];
  for (const [what, bytes] of cases) {
    await assert.rejects(gunzip("f.gz", bytes, raw.length), (error: Error) => {
      assert.equal(error.name, "SyntaxError", what);
      assert.match(
        error.message,
        /^f\.gz: .+, expected one whole gzip member$/,
      );
      return true;
    }, what);
  }
});

Deno.test("gunzip() stops at its limit", async () => {
  await assert.rejects(
    gunzip("f.gz", packed, raw.length - 1),
    new RangeError("f.gz: inflates to more than 99999 bytes"),
  );
  const bomb = gzipSync(new Uint8Array(20_000_000));
  assert.ok(bomb.length < 25_000);
  await assert.rejects(
    gunzip("f.gz", bomb, 1000),
    new RangeError("f.gz: inflates to more than 1000 bytes"),
  );
});
