import assert from "node:assert/strict";
import { decodePng } from "../../../src/image/png/decode.ts";
import { type Chunk, data, end, exif, header, png } from "./build.ts";

Deno.test("decodePng() turns a picture upright as its EXIF says", () => {
  const rows = data(0, 10, 20, 30, 0, 40, 50, 60);
  const read = (...chunks: Chunk[]) => {
    const { width, height, pixels } = decodePng(
      png(header(3, 2, 8, 0), ...chunks, end),
    );
    return [width, height, ...pixels];
  };
  assert.deepEqual(read(["eXIf", exif(6)], rows), [
    ...[2, 3],
    ...[40, 10],
    ...[50, 20],
    ...[60, 30],
  ]);
  // It may come after the image data, and mean nothing.
  assert.deepEqual(read(rows, ["eXIf", exif(3)]), [
    3,
    2,
    60,
    50,
    40,
    30,
    20,
    10,
  ]);
  const stored = [3, 2, 10, 20, 30, 40, 50, 60];
  assert.deepEqual(read(["eXIf", exif(9)], rows), stored);
  assert.deepEqual(read(["eXIf", exif(6).subarray(0, 14)], rows), stored);
  assert.deepEqual(read(["eXIf", new Uint8Array(0)], rows), stored);
});

Deno.test("decodePng() refuses wrong checksums where they matter", () => {
  const good = png(
    header(1, 1, 8, 0),
    ["tEXt", new Uint8Array(3)],
    data(0, 9),
    end,
  );
  const damaged = (type: string) => {
    const file = good.slice();
    const at = new TextDecoder("latin1").decode(file).indexOf(type);
    const length = new DataView(file.buffer).getUint32(at - 4);
    const last = at + 4 + length + 3;
    file[last] = file[last]! ^ 1;
    return file;
  };
  for (const type of ["IHDR", "IDAT", "IEND"]) {
    assert.throws(() => decodePng(damaged(type)), {
      name: "SyntaxError",
      message: new RegExp(`chunk "${type}" at \\d+ has a wrong checksum`),
    });
  }
  assert.deepEqual([...decodePng(damaged("tEXt")).pixels], [9]);
});

Deno.test("decodePng() joins image data from several chunks", () => {
  const [, stream] = data(0, 1, 2, 3);
  const file = png(
    header(3, 1, 8, 0),
    ["tEXt", new Uint8Array(5)],
    ["IDAT", stream.subarray(0, 4)],
    ["IDAT", stream.subarray(4)],
    end,
  );
  assert.deepEqual([...decodePng(file).pixels], [1, 2, 3]);
});
