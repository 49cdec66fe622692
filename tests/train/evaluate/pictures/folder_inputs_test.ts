import assert from "node:assert/strict";
import { encodePng } from "../../../../src/image/png/encode.ts";
import { readFolder } from "../../../../train/evaluate/pictures/folder_inputs.ts";
import { inFolder } from "../../data/files_fixture.ts";

/** A picture of one grey. */
function plain(value: number): Uint8Array {
  return encodePng({ width: 2, height: 1, pixels: Uint8Array.of(value, 255) });
}

Deno.test("readFolder() reads what a labels.csv names, and nothing else", () =>
  inFolder({
    "labels.csv": '"label";"file"\n4;"b.png"\n7;"in/a.png"\n',
    "b.png": plain(10),
    "in/a.png": plain(20),
    "c-3.png": plain(30),
  }, async (folder) => {
    const { inputs, refused } = await readFolder(folder);
    assert.deepEqual(
      inputs.map(({ name, label, image }) => [name, label, image.pixels[0]]),
      [["b.png", 4, 10], ["in/a.png", 7, 20]],
    );
    assert.deepEqual(refused, []);
  }));

Deno.test("readFolder() without a list reads the digits at the end of names, in order", () =>
  inFolder({
    "frame-7.png": plain(10),
    "box-2.PNG": plain(20),
    "broken-1.jpg": "no picture",
    "unnamed.png": plain(30),
  }, async (folder) => {
    const { inputs, refused } = await readFolder(folder);
    assert.deepEqual(
      inputs.map(({ name, label }) => [name, label]),
      [["box-2.PNG", 2], ["frame-7.png", 7]],
    );
    assert.equal(refused.length, 1);
    assert.match(refused[0]!, /^broken-1\.jpg: The picture's bytes/);
  }));

Deno.test("readFolder() refuses a folder that it can't read the labels of", async () => {
  const cases = [
    [{ "a.png": plain(1) }, /has no labelled pictures, expected a labels\.csv/],
    [{ "labels.csv": "file,label\na.png,7\n" }, /a\.png is missing, expected/],
    [{ "labels.csv": "file,label\n../a.png,7\n" }, /expected a file within/],
    [{ "labels.csv": "file,label\na.png,x\n" }, /:2: the label is "x"/],
  ] as const;
  for (const [files, message] of cases) {
    await inFolder(files, async (folder) => {
      await assert.rejects(readFolder(folder), { message });
    });
  }
});
