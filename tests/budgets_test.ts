import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { atStart, readScripts } from "../src/bundle.ts";

const TOP = new URL("../", import.meta.url);

/** Largest sizes in bytes. */
const FILES = {
  "static/engine/relaxed.wasm": 32 * 1024,
  "static/engine/plain.wasm": 32 * 1024,
  "models/recognizer.safetensors": 100 * 1024,
  "models/generator.safetensors": 300 * 1024,
  "bundle/jpeg.js": 256 * 1024,
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
  const scripts = await readScripts(fileURLToPath(new URL("bundle/", TOP)));
  const texts = [...atStart(scripts)].map((name) => scripts.get(name)!);
  const bytes = new TextEncoder().encode(texts.join("")).length;
  assert.ok(bytes <= START_SCRIPT_BYTES, `${bytes} bytes`);
});
