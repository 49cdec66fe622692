import assert from "node:assert/strict";
import { JsonlLog, readJsonlLog } from "../../../train/report/jsonl_log.ts";

function inFolder(run: (path: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    run(`${folder}/log.jsonl`);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("JsonlLog.append() writes each line to the file at once", () =>
  inFolder((path) => {
    using log = JsonlLog.open(path);
    log.append({ step: 1, loss: 0.5, note: "a\nb ü" });
    assert.equal(
      Deno.readTextFileSync(path),
      '{"step":1,"loss":0.5,"note":"a\\nb ü"}\n',
    );
    log.append({ step: 2, loss: NaN });
    assert.deepEqual(readJsonlLog(path), [
      { step: 1, loss: 0.5, note: "a\nb ü" },
      { step: 2, loss: null },
    ]);
    log.sync();
    assert.equal(log.position, Deno.statSync(path).size);
  }));

Deno.test("JsonlLog.open() truncates to a position, so that no step appears twice", () =>
  inFolder((path) => {
    let checkpoint: number;
    {
      using log = JsonlLog.open(path);
      log.append({ step: 1 });
      log.append({ step: 2 });
      checkpoint = log.position;
      log.append({ step: 3 });
    }
    // The leftover of a run killed in the middle of a line.
    Deno.writeTextFileSync(path, '{"step":', { append: true });
    assert.deepEqual(readJsonlLog(path).map((line) => line.step), [1, 2, 3]);

    using resumed = JsonlLog.open(path, checkpoint);
    resumed.append({ step: 3, again: true });
    assert.deepEqual(readJsonlLog(path), [{ step: 1 }, { step: 2 }, {
      step: 3,
      again: true,
    }]);
  }));

Deno.test("JsonlLog.open() starts an empty log by default", () =>
  inFolder((path) => {
    Deno.writeTextFileSync(path, '{"step":1}\n');
    using log = JsonlLog.open(path);
    assert.equal(log.position, 0);
    assert.deepEqual(readJsonlLog(path), []);
  }));

Deno.test("JsonlLog.open() refuses a position of another log, and changes nothing", () =>
  inFolder((path) => {
    const text = '{"step":1}\n';
    Deno.writeTextFileSync(path, text);
    const cases: [number, Error][] = [
      [12, new RangeError(`${path} has 11 bytes, expected at least 12`)],
      [-1, new RangeError(`${path} has 11 bytes, expected at least -1`)],
      [
        5,
        new SyntaxError(`${path}: no line ends at byte 5: another run's log?`),
      ],
    ];
    for (const [position, error] of cases) {
      assert.throws(() => JsonlLog.open(path, position), error);
      assert.equal(Deno.readTextFileSync(path), text);
    }
  }));

Deno.test("readJsonlLog() refuses lines that are not JSON objects", () =>
  inFolder((path) => {
    const cases: [string, string][] = [
      ['{"step":1}\nstep 2\n', `${path}:2: not JSON: step 2`],
      ["[1]\n", `${path}:1: [1], expected a JSON object`],
      ["null\n", `${path}:1: null, expected a JSON object`],
      ["\n", `${path}:1: not JSON: `],
    ];
    for (const [text, message] of cases) {
      Deno.writeTextFileSync(path, text);
      assert.throws(() => readJsonlLog(path), { name: "SyntaxError", message });
    }
  }));
