/**
 * Decoders meet pictures of every kind, whole and damaged.
 *
 * @module
 */

import fc from "fast-check";
import assert from "node:assert/strict";
import { createPictureDecoder } from "../../src/image/decode.ts";
import { png } from "../image/png/build.ts";
import { damagedFiles, oddPngs, wholePngs } from "./pictures.ts";
import { FUZZ } from "./runs.ts";

const decode = createPictureDecoder();

/** Milliseconds that no picture of a few pixels may take. */
const MOST = 1000;

/** What a decoder may throw; anything else would be a 500. */
const REFUSALS = [SyntaxError, RangeError, TypeError];

/** Decodes a file: true if it was read, false if it was refused. */
async function isRead(file: Uint8Array): Promise<boolean> {
  const began = performance.now();
  try {
    const { width, height, pixels } = await decode(file);
    assert.equal(pixels.length, width * height);
    return true;
  } catch (error) {
    const known = REFUSALS.some((type) => error instanceof type);
    assert.ok(known, `${error}`);
    // A bug of ours is a TypeError too; a refusal's text is a sentence.
    assert.match((error as Error).message, /^(The|Its|A) .*/);
    return false;
  } finally {
    const took = performance.now() - began;
    assert.ok(took < MOST, `${took} ms`);
  }
}

Deno.test("createPictureDecoder() reads PNGs of every kind", async () => {
  await fc.assert(
    fc.asyncProperty(wholePngs, async (chunks) => {
      assert.equal(await isRead(png(...chunks)), true);
    }),
    FUZZ,
  );
});

Deno.test("createPictureDecoder() reads or refuses PNGs with unusual chunks", async () => {
  let read = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(oddPngs, async (file) => {
      if (await isRead(file)) read++;
      else refused++;
    }),
    FUZZ,
  );
  assert.ok(read > 10 && refused > 10, `${read} read, ${refused} refused`);
});

Deno.test("createPictureDecoder() reads or refuses damaged files", async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(damagedFiles, async (file) => {
      if (!await isRead(file)) refused++;
    }),
    { ...FUZZ, numRuns: 2 * FUZZ.numRuns },
  );
  assert.ok(refused > 10, `${refused} refused`);
});
