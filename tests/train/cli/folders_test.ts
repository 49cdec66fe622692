import assert from "node:assert/strict";
import { requireWritable } from "../../../train/cli/folders.ts";
import { inFolder } from "../data/files_fixture.ts";

Deno.test("requireWritable() accepts a folder or a path for one, and leaves nothing behind", () =>
  inFolder({ "there/file.txt": "" }, async (folder) => {
    await requireWritable("--out", `${folder}/there`);
    await requireWritable("--out", `${folder}/not/yet/there`);
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.deepEqual(names, ["there"]);
    const inside = [...Deno.readDirSync(`${folder}/there`)];
    assert.deepEqual(inside.map(({ name }) => name), ["file.txt"]);
  }));

Deno.test("requireWritable() says which option is wrong, where, and what to do", () =>
  inFolder({ "file.txt": "" }, async (folder) => {
    const file = `${folder}/file.txt`;
    const cases = [
      ["", "--out is empty, expected a folder"],
      [
        file,
        `--out ${file}: this is a file; name a folder, or a path where one ` +
        `can be created`,
      ],
      [
        `${file}/a/b`,
        `--out ${file}/a/b: ${file} is a file; name a folder, or a path where ` +
        `one can be created`,
      ],
    ] as const;
    for (const [value, message] of cases) {
      await assert.rejects(requireWritable("--out", value), {
        name: "UsageError",
        message,
      });
    }
  }));

Deno.test("requireWritable() refuses a folder that nobody can write in", {
  // Permissions of a test's own folder don't stop the superuser.
  ignore: Deno.build.os !== "linux",
}, async () => {
  await assert.rejects(requireWritable("--models", "/proc/inkling/models"), {
    name: "UsageError",
    message:
      /^--models \/proc\/inkling\/models: can't write in \/proc \([^:)]+\); name another folder/,
  });
});
