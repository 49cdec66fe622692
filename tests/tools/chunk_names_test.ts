import assert from "node:assert/strict";
import { nameChunks } from "../../tools/chunk_names.ts";

/** Names the chunks of a bundle; returns its files. */
async function named(
  files: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    await nameChunks(folder);
    const found: Record<string, string> = {};
    for (const { name } of Deno.readDirSync(folder)) {
      found[name] = await Deno.readTextFile(`${folder}/${name}`);
    }
    return found;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("nameChunks() names by content alone", async () => {
  const bundle = (inner: string, outer: string) => ({
    [`chunk-${inner}.js`]: "export const a = 1;",
    [`chunk-${outer}.js`]: `export * from "./chunk-${inner}.js";`,
    "main.js": `import "./chunk-${outer}.js"; import "./chunk-${inner}.js";`,
    "main.css": "a {}",
  });
  const files = await named(bundle("AAAAAAA1", "ZZZZZZZ1"));
  assert.deepEqual(files, await named(bundle("ZZZZZZZ2", "AAAAAAA2")));
  assert.equal(Object.keys(files).length, 4);
  for (const [, name] of files["main.js"]!.matchAll(/"\.\/(.*?)"/g)) {
    assert.ok(files[name!], name);
  }
});

Deno.test("nameChunks() refuses chunks in a circle", async () => {
  await assert.rejects(
    named({
      "chunk-AAAAAAAA.js": 'import "./chunk-BBBBBBBB.js";',
      "chunk-BBBBBBBB.js": 'import "./chunk-AAAAAAAA.js";',
    }),
    /import each other/,
  );
});
