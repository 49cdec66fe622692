import assert from "node:assert/strict";
import { bundlePage } from "../../src/page/build.ts";

Deno.test("bundlePage() gives the committed static/page.js", async () => {
  const committed = await Deno.readTextFile(
    new URL("../../static/page.js", import.meta.url),
  );
  assert.equal(
    await bundlePage(),
    committed,
    "regenerate it with: deno task build:page",
  );
});
