import assert from "node:assert/strict";
import { parseLabelsCsv } from "../../../train/data/labels_csv.ts";

Deno.test("parseLabelsCsv() reads a file and a label per row", () => {
  const cases: [string, [string, number][]][] = [
    ["file,label\na.png,7", [["a.png", 7]]],
    ["file,label\r\na.png,7\r\nsub/b.jpg,0\r\n", [["a.png", 7], [
      "sub/b.jpg",
      0,
    ]]],
    ["\uFEFFfile,label\na b.png, 3 \n\n", [["a b.png", 3]]],
    ["File;Label\r\na, b.png;7\r\n", [["a, b.png", 7]]],
    ['"file"\t"label"\n"a.png"\t"7"\n', [["a.png", 7]]],
    ["id,label,file\n1,7,a.png\n", [["a.png", 7]]],
    ['file,label\n"a, b.png",1\n"say ""1"".png",2\n', [["a, b.png", 1], [
      'say "1".png',
      2,
    ]]],
  ];
  for (const [text, expected] of cases) {
    const found = parseLabelsCsv("l", text).map((
      { file, label },
    ) => [file, label]);
    assert.deepEqual(found, expected);
  }
});

const NONE = new SyntaxError(
  "l lists no pictures, expected the header file,label and a row per picture",
);

Deno.test("parseLabelsCsv() refuses other forms, naming the line", () => {
  const cases: [string, Error][] = [
    ["", NONE],
    [
      "a.png,7\n",
      new SyntaxError(
        'l:1: the header is "a.png,7", expected file,label',
      ),
    ],
    ["file,label\n", NONE],
    [
      "file,label\na.png\n",
      new SyntaxError('l:2: "a.png", expected file,label'),
    ],
    [
      "file,label\na.png,1,x\n",
      new SyntaxError('l:2: "a.png,1,x", expected file,label'),
    ],
    ["file,label\n,1\n", new SyntaxError('l:2: ",1", expected file,label')],
    [
      'file,label\n"a.png,1\n',
      new SyntaxError("l:2: quoted field unterminated"),
    ],
    [
      "file,label\na,1\nb,10\n",
      new RangeError('l:3: the label is "10", expected 0 to 9'),
    ],
    [
      "file,label\na,-1\n",
      new RangeError('l:2: the label is "-1", expected 0 to 9'),
    ],
    [
      "file,label\na,\n",
      new RangeError('l:2: the label is "", expected 0 to 9'),
    ],
    [
      "file,label\na,seven\n",
      new RangeError('l:2: the label is "seven", expected 0 to 9'),
    ],
    ["file,label\na,1\n\na,1\n", new SyntaxError("l:4: a is listed twice")],
  ];
  for (const [text, error] of cases) {
    assert.throws(() => parseLabelsCsv("l", text), error, text);
  }
});
