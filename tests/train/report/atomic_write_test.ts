import assert from "node:assert/strict";
import { writeAtomically } from "../../../train/report/atomic_write.ts";

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map((entry) => entry.name).sort();
}

Deno.test("writeAtomically() writes bytes and text, and leaves no temporary file", () =>
  inFolder(async (folder) => {
    await writeAtomically(`${folder}/a`, Uint8Array.of(1, 2, 3));
    await writeAtomically(`${folder}/b`, "zehn ü");
    assert.deepEqual(
      await Deno.readFile(`${folder}/a`),
      Uint8Array.of(1, 2, 3),
    );
    assert.equal(await Deno.readTextFile(`${folder}/b`), "zehn ü");
    assert.deepEqual(names(folder), ["a", "b"]);
  }));

Deno.test("writeAtomically() replaces a longer file and a killed run's leftover", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/a`, "long and old");
    await Deno.writeTextFile(
      `${folder}/a.tmp`,
      "half of something much longer than the rest",
    );
    await writeAtomically(`${folder}/a`, "new");
    assert.equal(await Deno.readTextFile(`${folder}/a`), "new");
    assert.deepEqual(names(folder), ["a"]);
  }));

Deno.test("writeAtomically() accepts a path in the current folder", async () => {
  const path = `.inkling-${crypto.randomUUID()}`;
  try {
    await writeAtomically(path, "here");
    assert.equal(await Deno.readTextFile(path), "here");
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("writeAtomically() keeps the old file when it fails", () =>
  inFolder(async (folder) => {
    // A folder can't be replaced by a file: the rename is what fails here.
    await Deno.mkdir(`${folder}/taken/inside`, { recursive: true });
    await assert.rejects(writeAtomically(`${folder}/taken`, "new"), Error);
    assert.deepEqual(names(folder), ["taken"]);
    assert.deepEqual(names(`${folder}/taken`), ["inside"]);
  }));

Deno.test("writeAtomically() refuses a folder that does not exist", () =>
  inFolder(async (folder) => {
    await assert.rejects(
      writeAtomically(`${folder}/no/a`, "x"),
      Deno.errors.NotFound,
    );
  }));
