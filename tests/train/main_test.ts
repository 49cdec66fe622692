import assert from "node:assert/strict";
import { main } from "../../train/main.ts";
import { type Files, inFolder } from "./data/files_fixture.ts";
import { idxImages, idxLabels } from "./data/idx_fixture.ts";
import { runCommand } from "./run_command.ts";

const run = (...args: string[]) => runCommand(main, args);

const labels = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => i % 10);

const files: Files = {
  "digits/train-images-idx3-ubyte": idxImages("", 30).bytes,
  "digits/train-labels-idx1-ubyte": idxLabels("", labels(30)).bytes,
  "few/train-images-idx3-ubyte": idxImages("", 19).bytes,
  "few/train-labels-idx1-ubyte": idxLabels("", labels(19)).bytes,
  "broken/labels.csv": "file,label\na.png,7\n",
  "empty/readme.txt": "",
  "corrupt/generator.safetensors": "not a model",
  "garbled/metrics.json": "{",
  "nested/recognizer.safetensors/file": "",
};

Deno.test("deno task train reports what it cannot do in one line, without a stack trace", () =>
  inFolder(files, async (folder) => {
    const cases: [code: number, args: string[], line: RegExp][] = [
      [2, ["--data", "nowhere"], /^--data .*nowhere: no such folder$/],
      [
        2,
        ["--data", "broken/labels.csv"],
        /this is a file, expected the folder/,
      ],
      [1, ["--data", "empty"], /empty has no digits in a known form, expected/],
      [
        1,
        ["--data", "few"],
        /few has 19 images to train on, expected at least 20$/,
      ],
      [1, ["--data", "broken"], /a\.png is missing, expected a picture$/],
      [
        2,
        ["--data", "digits", "--resume", "--out", "none"],
        /^--resume: .*there is no run in .*none/,
      ],
      [
        2,
        ["--data", "digits", "--out", "empty/readme.txt"],
        /^--out .*readme\.txt: this is a file; name a folder/,
      ],
      [
        2,
        ["--data", "digits", "--out", "empty/readme.txt/a/b"],
        /^--out .*readme\.txt.a.b: \S*readme\.txt is a file; name a folder/,
      ],
      [
        2,
        ["--data", "digits", "--models", "empty/readme.txt/models"],
        /^--models .*models: \S*readme\.txt is a file; name a folder/,
      ],
      [
        2,
        ["--data", "empty/readme.txt/digits"],
        /^--data .*digits: no such folder/,
      ],
      [
        2,
        ["--data", "digits", "--models", "few/train-labels-idx1-ubyte"],
        /^--models .*: this is a file/,
      ],
      [1, [
        "--data",
        "digits",
        "recognizer",
        "--models",
        "corrupt",
        "--epochs",
        "1",
      ], /corrupt.generator\.safetensors is damaged/],
      [1, [
        "--data",
        "digits",
        "recognizer",
        "--models",
        "garbled",
        "--epochs",
        "1",
      ], /garbled.metrics\.json is damaged/],
      [1, [
        "--data",
        "digits",
        "recognizer",
        "--models",
        "nested",
      ], /nested.recognizer\.safetensors is damaged \(Is a directory/],
    ];
    const named = new Set(["--data", "--out", "--models"]);
    for (const [code, args, line] of cases) {
      const paths = args.map((word, i) =>
        named.has(args[i - 1] ?? "") ? `${folder}/${word}` : word
      );
      const out = args.includes("--out") ? [] : ["--out", `${folder}/out`];
      const found = await run(
        ...["--backend", "wasm", "--workers", "1"],
        ...out,
        ...paths,
      );
      assert.equal(found.code, code, `${args}: ${found.text}`);
      assert.match(found.text, line);
      assert.ok(!found.text.includes("\n"), found.text);
    }
  }));
