import assert from "node:assert/strict";
import { bundlePage, BUNDLES } from "../../src/page/build.ts";

for (const bundle of BUNDLES) {
  Deno.test(`bundlePage() gives the committed static/${bundle.file}`, async () => {
    const committed = await Deno.readTextFile(
      new URL(`../../static/${bundle.file}`, import.meta.url),
    );
    assert.equal(
      await bundlePage(bundle),
      committed,
      "regenerate it with: deno task build:page",
    );
  });
}
