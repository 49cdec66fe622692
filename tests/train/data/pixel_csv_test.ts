import assert from "node:assert/strict";
import { isPixelCsv, readPixelCsv } from "../../../train/data/pixel_csv.ts";

const NAMES = Array.from({ length: 784 }, (_, i) => `pixel${i}`);

/** A row's pixels: their own places, modulo 256, plus a number. */
const pixels = (plus: number): number[] =>
  Array.from({ length: 784 }, (_, i) => (i + plus) % 256);

const KAGGLE = [
  ["label", ...NAMES],
  [7, ...pixels(0)],
  [0, ...pixels(3)],
];

Deno.test("readPixelCsv() reads Kaggle's form, others' separators, no header, and labels at the end", () => {
  const [header, ...rows] = KAGGLE;
  const last = KAGGLE.map(([label, ...rest]) => [
    ...rest,
    label === "label" ? "class" : label,
  ]);
  const quoted = KAGGLE.map((row) => row.map((field) => `"${field}"`));
  const texts = [
    KAGGLE.map((row) => row.join(",")).join("\n"),
    KAGGLE.map((row) => row.join(";")).join("\r\n") + "\r\n",
    quoted.map((row) => row.join(",")).join("\n"),
    rows.map((row) => row.join(",")).join("\n"),
    last.map((row) => row.join(",")).join("\n"),
  ];
  for (const text of texts) {
    assert.ok(isPixelCsv(text.split(/\r?\n/)[0]!), text.slice(0, 40));
    const { images, labels, count } = readPixelCsv("p", text);
    assert.equal(count, 2);
    assert.deepEqual([...labels], [7, 0]);
    assert.deepEqual([...images], [...pixels(0), ...pixels(3)]);
  }
  assert.equal(header!.length, 785);
});

Deno.test("isPixelCsv() ignores other files", () => {
  const others = ["", "file,label", NAMES.join(","), "ImageId,Label"];
  for (const line of others) assert.equal(isPixelCsv(line), false, line);
});

Deno.test("readPixelCsv() refuses invalid labels and pixels, naming the line", () => {
  const row = (label: unknown, ...first: unknown[]): string =>
    [label, ...first, ...pixels(0).slice(first.length)].join(",");
  const cases: [string, Error][] = [
    [row(10), new RangeError('p:2: the label is "10", expected 0 to 9')],
    [
      row(1, 0, 256),
      new RangeError(
        'p:2: pixel 1 is "256", expected an integer from 0 to 255',
      ),
    ],
    [
      row(1, "0.5"),
      new RangeError(
        'p:2: pixel 0 is "0.5", expected an integer from 0 to 255',
      ),
    ],
    [
      "1,2,3",
      new SyntaxError("p:2: 3 fields, expected 785: a label and 784 pixels"),
    ],
  ];
  for (const [line, error] of cases) {
    assert.throws(
      () => readPixelCsv("p", `label,${NAMES.join(",")}\n${line}\n`),
      error,
    );
  }
});
