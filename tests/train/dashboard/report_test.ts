import assert from "node:assert/strict";
import { writeReport } from "../../../train/dashboard/report.ts";
import { withFolder, writeRun } from "./fixture.ts";

Deno.test("writeReport() puts curves and pictures into one file", () =>
  withFolder(async (folder) => {
    writeRun(folder);
    const path = await writeReport({ folder, title: "t", status: "stopped" });
    assert.equal(path, `${folder}/report.html`);
    const html = await Deno.readTextFile(path);
    const { status, stages } = JSON.parse(
      /id="data">(.*?)<\/script>/s.exec(html)![1]!,
    );
    assert.equal(status, "stopped");
    assert.equal(stages.length, 2);
    const [{ url }] = stages[0].pictures;
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    assert.deepEqual(
      bytes,
      await Deno.readFile(`${folder}/gan/samples/step-00000100.png`),
    );
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.ok(!names.includes("report.html.tmp"), names.join());
  }));

Deno.test("writeReport() writes nothing for a run that has not started", () =>
  withFolder(async (folder) => {
    const options = { folder, title: "t", status: "finished" } as const;
    assert.equal(await writeReport(options), null);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  }));
