import assert from "node:assert/strict";
import { compress } from "../src/http/encoding.ts";
import { scriptsAtStart } from "../tools/page_files.ts";

const TOP = new URL("../", import.meta.url);

/** Largest sizes in bytes. */
const FILES = {
  "static/engine/relaxed.wasm": 32 * 1024,
  "static/engine/plain.wasm": 32 * 1024,
  "models/recognizer.safetensors": 100 * 1024,
  "models/generator.safetensors": 300 * 1024,
  "src/image/jpeg/mozjpeg.wasm": 163 * 1024,
} as const;

for (const [file, most] of Object.entries(FILES)) {
  Deno.test(`${file} is at most ${most} bytes`, async () => {
    const { size } = await Deno.stat(new URL(file, TOP));
    assert.ok(size <= most, `${size} bytes`);
  });
}

/** What the first view loads, the scripts that its scripts import aside. */
const FIRST_VIEW = [
  "static/index.html",
  "static/favicon.svg",
  "static/page/main.css",
  "static/page/main.js",
  "static/engine/relaxed.wasm",
  "models/recognizer.safetensors",
];

/** Most bytes of it over the wire. */
const MOST_FIRST_VIEW = 150_000;

Deno.test(`the first view is at most ${MOST_FIRST_VIEW} bytes over the wire`, async () => {
  const scripts = (await scriptsAtStart("main.js"))
    .map((name) => `static/page/${name}`);
  assert.ok(scripts.length > 0);
  let bytes = 0;
  for (const file of [...FIRST_VIEW, ...scripts]) {
    const content = await Deno.readFile(new URL(file, TOP));
    bytes += Math.min(
      content.length,
      (await compress(content, "br")).length,
    );
  }
  assert.ok(bytes > 80_000 && bytes <= MOST_FIRST_VIEW, `${bytes} bytes`);
});
