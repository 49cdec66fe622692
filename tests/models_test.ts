import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { loadModels } from "../src/models.ts";
import { generatorFile, recognizerFile } from "./task_models.ts";

/** A folder laid out as the repository is, with the small models in it. */
async function withFolder(use: (top: URL) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const top = pathToFileURL(`${folder}/`);
    await Deno.mkdir(new URL("models/", top));
    await Deno.mkdir(new URL("static/engine/", top), { recursive: true });
    await Deno.copyFile(
      new URL("../static/engine/relaxed.wasm", import.meta.url),
      new URL("static/engine/relaxed.wasm", top),
    );
    const recognizer = new URL("models/recognizer.safetensors", top);
    await Deno.writeFile(recognizer, recognizerFile());
    const generator = new URL("models/generator.safetensors", top);
    await Deno.writeFile(generator, generatorFile());
    await use(top);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("loadModels() loads both models and the engine", async () => {
  await withFolder(async (top) => {
    const { recognizer, generator } = await loadModels(top);
    assert.ok(recognizer.selfTest());
    assert.ok(generator.selfTest());
    const image = generator.generate({ digits: [3], seed: 1 });
    assert.equal(recognizer.recognize(image).length, 1);
  });
});

Deno.test("loadModels() says which file is missing", async () => {
  await withFolder(async (top) => {
    await Deno.remove(new URL("models/generator.safetensors", top));
    await assert.rejects(loadModels(top), (error) => {
      assert.ok(error instanceof Deno.errors.NotFound);
      assert.match(error.message, /generator\.safetensors/);
      return true;
    });
  });
});
