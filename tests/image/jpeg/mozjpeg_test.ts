import jpeg from "jpeg-js";
import assert from "node:assert/strict";
import { createMozJpeg } from "../../../src/image/jpeg/mozjpeg.ts";
import type { RgbaImage } from "../../../src/image/rgba.ts";

/** 40x24 pixels of a colour that changes from left to right. */
function colours(): Uint8Array {
  const data = new Uint8Array(40 * 24 * 4);
  for (let i = 0; i < 40 * 24; i++) {
    data.set([6 * (i % 40), 100, 255 - 6 * (i % 40), 255], 4 * i);
  }
  return new Uint8Array(jpeg.encode({ width: 40, height: 24, data }, 90).data);
}

const size = ({ width, height }: RgbaImage) => [width, height];

Deno.test("createMozJpeg() decodes to what another decoder does", async () => {
  const file = colours();
  const other = jpeg.decode(file, { useTArray: true });
  const decode = createMozJpeg();
  const data = await decode(file, (image) => {
    assert.deepEqual(size(image), [40, 24]);
    return image.data.slice();
  });
  data.forEach((value, i) => {
    const difference = Math.abs(value - other.data[i]!);
    assert.ok(difference <= 12, `${i}: ${value} and ${other.data[i]}`);
  });
});

Deno.test("createMozJpeg() frees a picture once it was used", async () => {
  const decode = createMozJpeg();
  const image = await decode(colours(), (image) => image);
  assert.equal(image.data.length, 0);
  await assert.rejects(
    decode(colours(), () => {
      throw new Error("not usable");
    }),
    /not usable/,
  );
  assert.deepEqual(await decode(colours(), size), [40, 24]);
});

Deno.test("createMozJpeg() refuses files cut anywhere", async () => {
  const file = colours();
  const decode = createMozJpeg();
  for (let end = 2; end < file.length; end += 7) {
    await assert.rejects(decode(file.subarray(0, end), size), {
      name: "SyntaxError",
      message: /^The JPEG is damaged or truncated: /,
    });
  }
  await assert.rejects(decode(file.subarray(0, -1), size), /end of JPEG file/);
  assert.deepEqual(await decode(file, size), [40, 24]);
});

Deno.test("createMozJpeg() reads what is there more than needed", async () => {
  const file = colours();
  const decode = createMozJpeg();
  // Some cameras fill up before the end marker, and some write on after it.
  for (
    const more of [
      [...file.subarray(0, -2), 0, 0, 0, 0, 0xff, 0xd9],
      [...file, 1, 2, 3],
    ]
  ) assert.deepEqual(await decode(Uint8Array.from(more), size), [40, 24]);
});

Deno.test("createMozJpeg() goes on after a file that stops it", async () => {
  const file = colours();
  const tables = file.findIndex((byte, i) =>
    byte === 0xff && file[i + 1] === 0xc4
  );
  const damaged = file.slice();
  damaged.fill(255, tables + 5, tables + 21);
  const decode = createMozJpeg();
  for (let turn = 0; turn < 3; turn++) {
    await assert.rejects(decode(damaged, size), /Bogus Huffman table/);
    assert.deepEqual(await decode(file, size), [40, 24]);
    // Those that came meanwhile do not get the one that was stopped.
    const [stopped, ...others] = await Promise.allSettled(
      [damaged, file, file].map((file) => decode(file, size)),
    );
    assert.equal(stopped!.status, "rejected");
    const expected = { status: "fulfilled", value: [40, 24] };
    assert.deepEqual(others, [expected, expected]);
  }
});
