import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { deflateSync, inflateSync } from "node:zlib";
import { after, kernel, ROOM } from "../../src/image/kernel.ts";
import { readCanvas, readCanvasRows } from "../../src/image/png/canvas.ts";
import { Random } from "../../src/network/random.ts";

/** What the kernel makes of a stream; null if it refuses. */
function inflated(stream: Uint8Array, expected: number): Uint8Array | null {
  const room = after(ROOM, expected + 272);
  const at = after(room, 1 << 15);
  kernel.bytes.set(stream, at);
  const done = kernel.run.inflate(at, stream.length, ROOM, expected, room);
  if (done === 0) return null;
  const bytes = kernel.bytes.slice(ROOM, ROOM + expected);
  return kernel.words[room / 4]! >>> 0 === adler32(bytes) ? bytes : null;
}

/** The checksum by its definition, in RFC 1950. */
function adler32(bytes: Uint8Array): number {
  let first = 1;
  let second = 0;
  for (const byte of bytes) {
    first = (first + byte) % 65521;
    second = (second + first) % 65521;
  }
  return 65536 * second + first;
}

/** Bytes of many kinds: noise, lone bytes, repeats, few levels, ramps. */
function* samples(): Generator<Uint8Array> {
  const random = new Random(6);
  for (let i = 0; i < 300; i++) {
    const bytes = new Uint8Array(random.below(1 + 100 * (1 + i % 200)));
    const share = random.uniform();
    const back = 1 + random.below(1200);
    for (let k = 0; k < bytes.length; k++) {
      const lone = random.uniform() < 0.2 * share;
      bytes[k] = [
        random.below(256),
        lone ? random.below(256) : 0,
        lone ? random.below(9) : bytes[Math.max(0, k - back)]!,
        random.below(4),
        k % 4 === 3 ? 255 : k >> 8,
      ][i % 5]!;
    }
    yield bytes;
  }
}

Deno.test("the kernel inflates what zlib deflates, and no other length", () => {
  let i = 0;
  for (const bytes of samples()) {
    const stream = deflateSync(bytes, {
      level: i % 10,
      strategy: i % 5,
      memLevel: 1 + i % 9,
    });
    const found = inflated(stream, bytes.length);
    assert.ok(found !== null && Buffer.compare(found, bytes) === 0, `${i}`);
    assert.equal(inflated(stream, bytes.length + 1), null);
    if (bytes.length > 0) {
      assert.equal(inflated(stream, bytes.length - 1), null);
    }
    assert.equal(inflated(stream.subarray(0, -1 - i % 8), bytes.length), null);
    i++;
  }
});

Deno.test("the kernel takes no damaged stream that zlib does not", () => {
  const random = new Random(7);
  for (const bytes of samples()) {
    const stream = deflateSync(bytes);
    stream[random.below(stream.length)]! ^= 1 << random.below(8);
    const found = inflated(stream, bytes.length);
    if (found === null) continue;
    assert.equal(Buffer.compare(found, inflateSync(stream)), 0);
  }
});

Deno.test("readCanvas() gives what readCanvasRows() gives, from parts", () => {
  const random = new Random(8);
  for (
    const [width, height] of [[1, 1], [3, 2], [17, 5], [280, 280]] as const
  ) {
    for (const alpha of [255, 0]) {
      const rows = new Uint8Array(height * (1 + 4 * width));
      for (let y = 0; y < height; y++) {
        const at = y * (1 + 4 * width);
        rows[at] = y % 5;
        for (let i = 1; i <= 4 * width; i++) {
          if (random.uniform() < 0.05) rows[at + i] = random.below(256);
          if (y === 0 && i % 4 === 0) rows[at + i] = alpha;
        }
      }
      const stream = deflateSync(rows);
      const parts = [stream.subarray(0, 5), stream.subarray(5)];
      const pixels = readCanvasRows(rows, width, height);
      assert.deepEqual(readCanvas(parts, width, height), pixels);
    }
  }
});

Deno.test("readCanvas() leaves to others what is large or damaged", () => {
  const stream = deflateSync(new Uint8Array(400 * 1601));
  assert.equal(readCanvas([stream], 400, 400), null);
  const wrong = deflateSync(Uint8Array.of(5, 1, 1, 1, 1));
  assert.equal(readCanvas([wrong], 1, 1), null);
  assert.equal(readCanvas([wrong.subarray(3)], 1, 1), null);
});
