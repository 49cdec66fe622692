import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { encode } from "fast-png";
import { loadFolderParts, loadMnistParts } from "../../../train/data/parts.ts";
import { centreOfMass } from "../../../train/data/effects/centre.ts";
import { type Files, inFolder } from "./files_fixture.ts";
import { idxImages, idxLabels } from "./idx_fixture.ts";

function labels(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i % 10);
}

function idxPair(part: string, count: number): Files {
  return {
    [`${part}-images-idx3-ubyte`]: idxImages("", count).bytes,
    [`${part}-labels-idx1-ubyte`]: idxLabels("", labels(count)).bytes,
  };
}

/** A black bar on white, 40x60, the bar at a place. */
function picture(left: number): Uint8Array {
  const data = new Uint8Array(40 * 60).fill(250);
  for (let y = 5; y < 55; y++) data.fill(10, y * 40 + left, y * 40 + left + 5);
  return encode({ width: 40, height: 60, data, channels: 1, depth: 8 });
}

function pictureFolder(count: number): Files {
  const files: Record<string, Uint8Array> = {};
  let csv = "file,label\n";
  for (let i = 0; i < count; i++) {
    files[`${i}.png`] = picture(3 + i);
    csv += `${i}.png,${i % 10}\n`;
  }
  return { ...files, "labels.csv": csv };
}

Deno.test("loadMnistParts() is the split that every figure is measured on", async () => {
  const { source, training, validation, test } = await loadMnistParts();
  assert.equal(source, "MNIST");
  assert.deepEqual([training.count, validation.count, test.count], [
    55_000,
    5_000,
    10_000,
  ]);
});

Deno.test("loadFolderParts() uses the folder's test set", () =>
  inFolder(
    { ...idxPair("train", 50), ...idxPair("t10k", 7) },
    async (folder) => {
      const { source, training, validation, test } = await loadFolderParts(
        folder,
      );
      assert.equal(source, folder);
      assert.deepEqual([training.count, validation.count, test.count], [
        45,
        5,
        7,
      ]);
      assert.deepEqual([...test.labels], [0, 1, 2, 3, 4, 5, 6]);
    },
  ));

Deno.test("loadFolderParts() holds out a test set if there is none", () =>
  inFolder(idxPair("train", 100), async (folder) => {
    const { training, validation, test } = await loadFolderParts(folder);
    assert.deepEqual([training.count, validation.count, test.count], [
      81,
      9,
      10,
    ]);
    // Each image of the fixture is filled with its own number.
    const seen = [training, validation, test].flatMap(({ images, count }) =>
      Array.from({ length: count }, (_, i) => images[i * 784]!)
    );
    assert.deepEqual(
      seen.sort((a, b) => a - b),
      Array.from({ length: 100 }, (_, i) => i),
    );
  }));

Deno.test("loadFolderParts() reads gzipped files, and names with dots", () =>
  inFolder({
    "train-images.idx3-ubyte.gz": gzipSync(idxImages("", 30).bytes),
    "train-labels.idx1-ubyte": idxLabels("", labels(30)).bytes,
  }, async (folder) => {
    const { training, validation, test } = await loadFolderParts(folder);
    assert.equal(training.count + validation.count + test.count, 30);
  }));

Deno.test("loadFolderParts() normalizes pictures as the service does", () =>
  inFolder(pictureFolder(20), async (folder) => {
    const { training, validation, test } = await loadFolderParts(folder);
    assert.deepEqual([training.count, validation.count, test.count], [
      16,
      2,
      2,
    ]);
    const first = Float32Array.from(training.images.subarray(0, 784));
    const { x, y } = centreOfMass(first);
    assert.ok(Math.abs(x - 14) < 1 && Math.abs(y - 14) < 1, `${x}, ${y}`);
    assert.ok(first[14 * 28 + 14]! > 200, "ink in the middle");
    assert.equal(first[0], 0);
  }));

Deno.test("loadFolderParts() says which file is wrong, and what it found and expected", async () => {
  const pair = idxPair("train", 30);
  const pictures = pictureFolder(20);
  const blank = encode({
    width: 30,
    height: 30,
    data: new Uint8Array(900).fill(255),
    channels: 1,
    depth: 8,
  });
  const cases: [Files, string, (folder: string) => string][] = [
    [
      {},
      "TypeError",
      (f) => `${f} has no digits in a known form, expected one of: IDX files `,
    ],
    [
      { ...pair, ...pictures },
      "TypeError",
      (f) => `${f} has IDX files and a labels.csv, expected one of them`,
    ],
    [
      { "train-images-idx3-ubyte": idxImages("", 30).bytes },
      "TypeError",
      (f) =>
        `${f} has none of train-labels-idx1-ubyte, train-labels-idx1-ubyte.gz, ` +
        `train-labels.idx1-ubyte, train-labels.idx1-ubyte.gz`,
    ],
    [
      { ...pair, "t10k-labels-idx1-ubyte": idxLabels("", [1]).bytes },
      "TypeError",
      (f) =>
        `${f} has none of t10k-images-idx3-ubyte, t10k-images-idx3-ubyte.gz, ` +
        `t10k-images.idx3-ubyte, t10k-images.idx3-ubyte.gz`,
    ],
    [
      { ...pair, "train-labels-idx1-ubyte": idxLabels("", labels(29)).bytes },
      "TypeError",
      (f) =>
        `${f}/train-labels-idx1-ubyte has 29 labels, expected 30: ` +
        `as many as ${f}/train-images-idx3-ubyte has images`,
    ],
    [
      {
        ...pair,
        "train-images-idx3-ubyte": idxImages("", 30).bytes.subarray(0, 100),
      },
      "SyntaxError",
      (f) =>
        `${f}/train-images-idx3-ubyte: truncated: 84 bytes after the header, ` +
        `expected 23520 (30 images of 784 bytes)`,
    ],
    [
      idxPair("train", 19),
      "RangeError",
      (f) => `${f} has 19 images to train on, expected at least 20`,
    ],
    [
      {
        ...pair,
        "train-labels-idx1-ubyte": idxLabels("", Array(30).fill(7)).bytes,
      },
      "RangeError",
      (f) => `${f}: all images are labelled 7, expected at least two digits`,
    ],
    [
      { ...pair, ...idxPair("t10k", 0) },
      "RangeError",
      (f) => `${f}: the test set has no images`,
    ],
    [
      { ...pictures, "4.png": "not a picture" },
      "SyntaxError",
      (f) => `${f}/4.png: The picture's bytes are neither PNG, JPEG nor WebP`,
    ],
    [
      { ...pictures, "4.png": picture(3).subarray(0, 60) },
      "SyntaxError",
      (f) => `${f}/4.png: `,
    ],
    [
      { ...pictures, "4.png": blank },
      "RangeError",
      (f) => `${f}/4.png: the picture is blank, expected a digit`,
    ],
    [
      { "labels.csv": "file,label\n../a.png,1\n" },
      "RangeError",
      (f) => `../a.png is not in ${f}, expected a file within`,
    ],
    [
      { "labels.csv": "file,label\na.png,11\n" },
      "RangeError",
      (f) => `${f}/labels.csv:2: the label is "11", expected 0 to 9`,
    ],
  ];
  for (const [files, name, message] of cases) {
    await inFolder(
      files,
      (folder) =>
        assert.rejects(loadFolderParts(folder), (error: Error) => {
          assert.equal(error.name, name, error.stack);
          assert.ok(error.message.startsWith(message(folder)), error.message);
          return true;
        }),
    );
  }
});

Deno.test("loadFolderParts() names a file that is missing", async () => {
  await inFolder({ "labels.csv": "file,label\nno.png,1\n" }, async (folder) => {
    await assert.rejects(loadFolderParts(folder), {
      name: "TypeError",
      message: `${folder}/no.png is missing, expected a picture`,
    });
    await assert.rejects(loadFolderParts(`${folder}/nowhere`), {
      name: "NotFound",
      message: /nowhere/,
    });
  });
});
