import assert from "node:assert/strict";
import { encode } from "fast-png";
import { loadFolder } from "../../../train/data/folder.ts";
import { inFolder } from "./files_fixture.ts";
import { idxImages, idxLabels } from "./idx_fixture.ts";

/** A picture of a black bar on white. */
function bar(left: number): Uint8Array {
  const data = new Uint8Array(40 * 40).fill(250);
  for (let y = 5; y < 35; y++) data.fill(10, y * 40 + left, y * 40 + left + 4);
  return encode({ width: 40, height: 40, data, channels: 1, depth: 8 });
}

/** A row of Kaggle's form whose image has one pixel of ink. */
function row(label: number, place: number): string {
  const pixels = new Uint8Array(784);
  pixels[place] = 255;
  return `${label},${[...pixels].join(",")}`;
}

const HEADER = `label,${Array.from({ length: 784 }, (_, i) => `pixel${i}`)}`;

Deno.test("loadFolder() reads folders by digit, with a test set if there is one", async () => {
  const files = { "1/b.png": bar(5), "1/a.PNG": bar(9), "7/c.png": bar(12) };
  await inFolder(
    { ...files, "7/.DS_Store": "", "notes.txt": "", "3": "a file" },
    async (folder) => {
      const { train, test } = await loadFolder(folder);
      assert.deepEqual([...train.labels], [1, 1, 7]);
      assert.equal(test, null);
    },
  );
  for (const [train, test] of [["train", "test"], ["training", "testing"]]) {
    const both = Object.fromEntries([
      ...Object.entries(files).map((
        [name, data],
      ) => [`${train}/${name}`, data]),
      [`${test}/3/d.png`, bar(8)],
    ]);
    await inFolder(both, async (folder) => {
      const data = await loadFolder(folder);
      assert.deepEqual([...data.train.labels], [1, 1, 7]);
      assert.deepEqual([...data.test!.labels], [3]);
    });
  }
});

Deno.test("loadFolder() reads Kaggle's folder, whose test set has no labels", () =>
  inFolder({
    "train.csv": `${HEADER}\n${row(3, 10)}\n${row(4, 200)}\n`,
    "test.csv": `${HEADER.slice("label,".length)}\n`,
    "sample_submission.csv": "ImageId,Label\n1,0\n",
  }, async (folder) => {
    const { train, test } = await loadFolder(folder);
    assert.deepEqual([...train.labels], [3, 4]);
    assert.equal(train.images[10], 255);
    assert.equal(test, null);
  }));

Deno.test("loadFolder() reads a training CSV and a test CSV", () =>
  inFolder({
    "mnist_train.csv": `${HEADER}\n${row(3, 10)}\n`,
    "mnist_test.csv": `${HEADER}\n${row(5, 11)}\n`,
  }, async (folder) => {
    const { train, test } = await loadFolder(folder);
    assert.deepEqual([...train.labels, ...test!.labels], [3, 5]);
  }));

Deno.test("loadFolder() transposes EMNIST's images, in IDX and CSV", async () => {
  const { bytes } = idxImages("", 1);
  bytes.fill(0, 16);
  bytes[16 + 2 * 28 + 5] = 255; // row 2, column 5
  const labels = idxLabels("", [6]).bytes;
  const cases = [
    {
      "emnist-digits-train-images-idx3-ubyte": bytes,
      "emnist-digits-train-labels-idx1-ubyte": labels,
      "emnist-letters-train-images-idx3-ubyte": "not read",
    },
    { "emnist-mnist-train.csv": row(6, 2 * 28 + 5) },
  ];
  for (const files of cases) {
    await inFolder(files, async (folder) => {
      const { train } = await loadFolder(folder);
      assert.deepEqual([...train.labels], [6]);
      assert.equal(train.images.findIndex((value) => value > 0), 5 * 28 + 2);
    });
  }
});

Deno.test("loadFolder() refuses ambiguous folders", async () => {
  const csv = `${HEADER}\n${row(3, 10)}\n`;
  const cases: [Record<string, string | Uint8Array>, RegExp][] = [
    [
      { "a.csv": csv, "b.csv": csv },
      /has a\.csv, b\.csv, expected one file of pixels to train on/,
    ],
    [
      { "a.csv": csv, "1/b.png": bar(4) },
      /has a CSV of pixels and folders 0 to 9 of pictures, expected one/,
    ],
    [{ "train/one/b.png": bar(4) }, /train has no folders 0 to 9/],
    [{ "1/b.bmp": "BM" }, /1\/b\.bmp: The picture's bytes are neither/],
    [
      { "labels.csv": "file,label\nscans,7\n", "scans/a.png": bar(4) },
      /scans is a folder, expected a picture/,
    ],
    [{ "readme.txt": "" }, /has no digits in a known form/],
  ];
  for (const [files, message] of cases) {
    await inFolder(files, async (folder) => {
      await assert.rejects(loadFolder(folder), { message });
    });
  }
});

Deno.test("loadFolder() also refuses blank images in the test set", () => {
  const blank = idxImages("", 1);
  blank.bytes.fill(0, 16);
  return inFolder({
    "train-images-idx3-ubyte": idxImages("", 2).bytes,
    "train-labels-idx1-ubyte": idxLabels("", [1, 2]).bytes,
    "t10k-images-idx3-ubyte": blank.bytes,
    "t10k-labels-idx1-ubyte": idxLabels("", [1]).bytes,
  }, async (folder) => {
    await assert.rejects(loadFolder(folder), {
      name: "RangeError",
      message: /the test set: 1 of 1 images are blank/,
    });
  });
});
