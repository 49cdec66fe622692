import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { loadModels } from "../src/models.ts";
import { generatorFile, recognizerFile } from "./task_models.ts";

/** A folder laid out like the repository, with small models. */
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
    const { recognizer, generator: load } = await loadModels(top);
    assert.ok(recognizer.selfTest());
    const generator = await load();
    assert.equal(await load(), generator);
    assert.ok(generator.selfTest());
    const image = generator.generate({ digits: [3], seed: 1 });
    assert.equal(recognizer.recognize(image).length, 1);
  });
});

Deno.test("loadModels() names the missing file", async () => {
  await withFolder(async (top) => {
    await Deno.remove(new URL("models/generator.safetensors", top));
    const { generator } = await loadModels(top);
    await assert.rejects(generator(), isMissing(/generator\.safetensors/));
    await assert.rejects(generator(), isMissing(/generator\.safetensors/));
    await Deno.remove(new URL("models/recognizer.safetensors", top));
    await assert.rejects(loadModels(top), isMissing(/recognizer\.safetensors/));
  });
});

Deno.test("loadModels() refuses a broken generator when it is needed", async () => {
  await withFolder(async (top) => {
    await Deno.writeFile(
      new URL("models/generator.safetensors", top),
      generatorFile().subarray(0, 100),
    );
    const { generator } = await loadModels(top);
    await assert.rejects(generator(), RangeError);
  });
});

function isMissing(name: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof Deno.errors.NotFound);
    assert.match(error.message, name);
    return true;
  };
}
