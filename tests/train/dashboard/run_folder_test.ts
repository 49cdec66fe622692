import assert from "node:assert/strict";
import { RunFolder } from "../../../train/dashboard/run_folder.ts";
import { LOG_FILE } from "../../../train/report/run_layout.ts";
import { beginStage, withFolder, writePicture, writeRun } from "./fixture.ts";

Deno.test("RunFolder.read() returns a finished run", () =>
  withFolder((folder) => {
    writeRun(folder);
    const [gan, recognizer, ...more] = new RunFolder(folder).read();
    assert.deepEqual(more, []);
    assert.equal(gan?.name, "gan");
    assert.equal(gan.step, 300);
    assert.deepEqual(gan.plan, { totalSteps: 300, imagesPerStep: 128 });
    assert.deepEqual(gan.pictures.map(({ step }) => step), [100, 200, 300]);
    assert.equal(gan.pictures[0]?.url, "/samples/gan/100.png");
    assert.deepEqual(recognizer?.measures.at(-1), {
      step: 100,
      values: { validation_accuracy: 0.99 },
    });
    return Promise.resolve();
  }));

Deno.test("RunFolder.read() follows a run from before its folder exists", () =>
  withFolder((folder) => {
    const run = new RunFolder(`${folder}/run`);
    assert.deepEqual(run.read(), []);
    using log = beginStage(`${folder}/run`, "judge", 9);
    assert.deepEqual(run.read(), []);
    log.append({ step: 1, seconds: 1, loss: 2 });
    assert.deepEqual(run.read().map(({ name, step }) => [name, step]), [[
      "judge",
      1,
    ]]);
    assert.deepEqual(run.read(), []);
    log.append({ step: 1, seconds: 1 });
    assert.deepEqual(run.read()[0]?.pictures, []);
    writePicture(`${folder}/run`, "judge", 1);
    assert.equal(run.read()[0]?.pictures.length, 1);
    assert.equal(run.stages().length, 1);
    return Promise.resolve();
  }));

Deno.test("RunFolder.read() forgets what a resumed run truncated, even if the log has outgrown it", () =>
  withFolder((folder) => {
    const run = new RunFolder(folder);
    const path = `${folder}/gan/${LOG_FILE}`;
    {
      using log = beginStage(folder, "gan", 9);
      for (const step of [1, 2, 3, 4]) log.append({ step, generator: step });
      log.append({ step: 4 });
      writePicture(folder, "gan", 4);
    }
    assert.equal(run.read()[0]?.pictures.length, 1);
    const one = '{"step":1,"generator":1}\n';
    Deno.writeTextFileSync(path, one);
    const [cut] = run.read();
    assert.deepEqual([cut?.step, cut?.pictures], [1, []]);
    // Longer than what was read, without a line that starts where that ended.
    const longer = '{"step":2,"generator":0.123456789}\n';
    Deno.writeTextFileSync(path, longer + '{"step":3,"generator":7}\n');
    const [grown] = run.read();
    assert.deepEqual(grown?.curves.losses.generator?.mean, [0.12346, 7]);
    return Promise.resolve();
  }));

Deno.test("RunFolder omits stages of an earlier run if requested", () =>
  withFolder((folder) => {
    writeRun(folder);
    const old = new Date(Date.now() - 60_000);
    Deno.utimeSync(`${folder}/gan/${LOG_FILE}`, old, old);
    const run = new RunFolder(folder, new Date(Date.now() - 30_000));
    assert.deepEqual(run.read().map(({ name }) => name), ["recognizer"]);
    return Promise.resolve();
  }));

Deno.test("RunFolder works without a plan, but refuses an invalid one", () =>
  withFolder((folder) => {
    writeRun(folder);
    Deno.removeSync(`${folder}/gan/stage.json`);
    assert.equal(new RunFolder(folder).read()[0]?.plan, null);
    Deno.writeTextFileSync(`${folder}/gan/stage.json`, '{"totalSteps":0}');
    assert.throws(() => new RunFolder(folder).read(), {
      name: "TypeError",
      message: /stage\.json is \{"totalSteps":0\}, expected totalSteps/,
    });
    return Promise.resolve();
  }));
