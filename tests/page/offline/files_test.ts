import assert from "node:assert/strict";
import { createApp } from "../../../src/app.ts";
import { loadModels } from "../../../src/models.ts";
import { offlineFiles } from "../../../tools/page_files.ts";

Deno.test("offlineFiles() are all served, with entity tags", async () => {
  const app = createApp(await loadModels());
  const paths = offlineFiles();
  assert.ok(paths.length > 15, `${paths.length} files`);
  for (const path of ["/files.json", "/sw.js", ...paths]) {
    const response = await app.request(path);
    assert.equal(response.status, 200, path);
    // Figures change with their models, which have tags.
    if (path !== "/models") assert.ok(response.headers.has("ETag"), path);
    await response.body?.cancel();
  }
  await app.stop();
});
