import assert from "node:assert/strict";
import { join } from "node:path";
import { initBackend } from "../../../../train/backend/mod.ts";
import {
  tryToDrawGallery,
  writeGallery,
} from "../../../../train/pipeline/gallery/gallery.ts";
import type { GalleryFile } from "../../../../train/report/run_layout.ts";
import { generatorFile, recognizerFile } from "../../../task_models.ts";
import { labelsInTurn, rows } from "./rows.ts";

Deno.test("writeGallery() writes the pictures that its list names, the same each time", async () => {
  await initBackend("wasm");
  const digests: string[] = [];
  for (let time = 0; time < 2; time++) {
    const folder = await Deno.makeTempDir();
    try {
      await writeGallery({
        folder,
        generator: generatorFile(),
        judge: recognizerFile(),
        data: {
          training: rows(1, labelsInTurn(100)),
          validation: rows(2, labelsInTurn(40)),
        },
        seed: 1,
      });
      const own = join(folder, "gallery");
      const index: GalleryFile[] = JSON.parse(
        await Deno.readTextFile(join(own, "index.json")),
      );
      assert.deepEqual(index.map(({ title }) => title), [
        "Real or generated?",
        "Nearest training images",
        "From hand to hand",
        "From digit to digit",
        "Worst by the judge",
        "Best by the judge",
      ]);
      const files = index.flatMap(({ file, answer }) =>
        answer ? [file, answer.file] : [file]
      );
      const pictures = await Promise.all(
        files.map((file) => Deno.readFile(join(own, file))),
      );
      for (const png of pictures) {
        assert.deepEqual([...png.subarray(1, 4)], [0x50, 0x4e, 0x47]);
      }
      const there = [...Deno.readDirSync(own)].map(({ name }) => name).sort();
      assert.deepEqual(there, ["index.json", ...files].sort());
      digests.push(pictures.map((png) => png.join()).join());
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }
  assert.ok(digests[0] === digests[1], "the pictures differ");
});

Deno.test("tryToDrawGallery() says why it failed", async () => {
  const said: string[] = [];
  const none = rows(1, new Uint8Array(0));
  await tryToDrawGallery({
    folder: "nowhere",
    generator: new Uint8Array(3),
    judge: recognizerFile(),
    data: { training: none, validation: none },
    seed: 1,
  }, (line) => said.push(line));
  assert.equal(said.length, 1);
  assert.match(said[0]!, /^the gallery was not drawn: /);
});
