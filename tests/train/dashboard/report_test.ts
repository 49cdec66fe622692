import assert from "node:assert/strict";
import { writeReport } from "../../../train/dashboard/report.ts";
import { withFolder, writeGalleryFiles, writeRun } from "./fixture.ts";

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

Deno.test("writeReport() embeds the generator's gallery, answers included", () =>
  withFolder(async (folder) => {
    writeRun(folder);
    await writeGalleryFiles(folder);
    const path = await writeReport({ folder, title: "t", status: "finished" });
    const html = await Deno.readTextFile(path!);
    const { stages } = JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)![1]!);
    const [gan, recognizer] = stages;
    const [quiz, walk] = gan.gallery;
    assert.equal(quiz.title, "Real or generated?");
    assert.equal(walk.answer, undefined);
    for (
      const [url, file] of [
        [quiz.url, "quiz"],
        [quiz.answer.url, "answer"],
        [walk.url, "walk"],
      ]
    ) {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const png = await Deno.readFile(`${folder}/gan/gallery/${file}.png`);
      assert.deepEqual(bytes, png);
    }
    assert.equal(recognizer.gallery, undefined);
  }));
