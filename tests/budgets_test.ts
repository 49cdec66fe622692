import assert from "node:assert/strict";

const TOP = new URL("../", import.meta.url);

/** Largest sizes in bytes. */
const FILES = {
  "static/engine/relaxed.wasm": 32 * 1024,
  "static/engine/plain.wasm": 32 * 1024,
  "models/recognizer.safetensors": 100 * 1024,
  "models/generator.safetensors": 300 * 1024,
  "static/page.js": 20 * 1024,
  "static/page_engine.js": 32 * 1024,
} as const;

/** JavaScript that is loaded before the first request, all of it together. */
const START_SCRIPT_BYTES = 200 * 1024;

for (const [file, most] of Object.entries(FILES)) {
  Deno.test(`${file} is at most ${most} bytes`, async () => {
    const { size } = await Deno.stat(new URL(file, TOP));
    assert.ok(size <= most, `${size} bytes`);
  });
}

Deno.test(`main.ts loads at most ${START_SCRIPT_BYTES} bytes of JavaScript at start`, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "bundle",
        "-q",
        "--code-splitting",
        `--outdir=${folder}`,
        "main.ts",
      ],
      cwd: TOP,
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    const size = await staticSize(folder, "main.js", new Set());
    assert.ok(size <= START_SCRIPT_BYTES, `${size} bytes`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** Bytes of a bundled script and of all that it imports statically. */
async function staticSize(
  folder: string,
  file: string,
  seen: Set<string>,
): Promise<number> {
  if (seen.has(file)) return 0;
  seen.add(file);
  const script = await Deno.readFile(`${folder}/${file}`);
  const text = new TextDecoder().decode(script);
  let size = script.length;
  // `import {` … `} from "./chunk.js";` or `import "./chunk.js";`
  const imports = /^(?:import|export)\b[^"'()]*["']\.\/([^"']+)["'];?$/gm;
  for (const [, imported] of text.matchAll(imports)) {
    size += await staticSize(folder, imported!, seen);
  }
  return size;
}
