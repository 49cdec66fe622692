import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { browserTest } from "../page/browser.ts";
import { type Files, type Outcome, run } from "./in_browser.ts";

const TOP = new URL("../../", import.meta.url);

/** The page's URL: browsers hash only on secure origins, such as this one. */
const ADDRESS = "http://localhost:9/";

async function base64(path: string): Promise<string> {
  const bytes = await Deno.readFile(new URL(path, TOP));
  return Buffer.from(bytes).toString("base64");
}

async function bundle(): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "-q", "--platform=browser", "tests/engine/in_browser.ts"],
    cwd: TOP,
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

browserTest(
  "createEngine() computes the same bytes in a browser and in Deno, on both builds",
  async (browser) => {
    const [generator, recognizer, relaxed, plain, script] = await Promise.all([
      base64("models/generator.safetensors"),
      base64("models/recognizer.safetensors"),
      base64("static/engine/relaxed.wasm"),
      base64("static/engine/plain.wasm"),
      bundle(),
    ]);
    const expected = await run({ generator, recognizer, wasm: plain }, 7);
    assert.deepEqual(expected.selfTests, [true, true]);
    const page = await browser.newPage();
    await page.route(
      ADDRESS,
      (route) =>
        route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
    );
    await page.goto(ADDRESS);
    await page.addScriptTag({ content: script, type: "module" });
    await page.waitForFunction("globalThis.run");
    for (const wasm of [relaxed, plain]) {
      const files: Files = { generator, recognizer, wasm };
      const found = await page.evaluate<Outcome>(
        `globalThis.run(${JSON.stringify(files)}, 7)`,
      );
      assert.deepEqual(found, expected);
    }
  },
);
