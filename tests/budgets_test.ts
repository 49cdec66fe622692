import assert from "node:assert/strict";

const TOP = new URL("../", import.meta.url);

/** Largest sizes in bytes. */
const FILES = {
  "static/engine/relaxed.wasm": 32 * 1024,
  "static/engine/plain.wasm": 32 * 1024,
  "models/recognizer.safetensors": 100 * 1024,
  "models/generator.safetensors": 300 * 1024,
  // In base64: MozJPEG's decoder of 163 KB.
  "src/image/jpeg/mozjpeg_bytes.ts": 220 * 1024,
} as const;

for (const [file, most] of Object.entries(FILES)) {
  Deno.test(`${file} is at most ${most} bytes`, async () => {
    const { size } = await Deno.stat(new URL(file, TOP));
    assert.ok(size <= most, `${size} bytes`);
  });
}
