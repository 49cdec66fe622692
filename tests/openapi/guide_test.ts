/**
 * The examples in the OpenAPI document's description do what they say, in an
 * empty folder.
 *
 * @module
 */

import assert from "node:assert/strict";
import { GUIDE } from "../../src/openapi/guide.ts";
import { readsSeven } from "../client/drawing_page.ts";
import { browserTest } from "../page/browser.ts";
import { block, isInstalled, run, withService } from "../client/examples.ts";

Deno.test("the guide's example for curl runs", () =>
  withService(async (origin, folder) => {
    const script = block(GUIDE, "sh", origin);
    const printed = await run("sh", ["-euc", script], folder);
    assert.equal(JSON.parse(printed).digit, 7);
  }));

Deno.test("the guide's example for TypeScript runs", () =>
  withService(async (origin, folder) => {
    await Deno.writeTextFile(`${folder}/x.ts`, block(GUIDE, "ts", origin));
    const args = ["run", "--quiet", "--check", "--allow-net", "x.ts"];
    assert.equal(await run(Deno.execPath(), args, folder), "7 false\n");
  }));

browserTest(
  "the guide's page reads what is drawn",
  (browser) =>
    withService((origin) => readsSeven(browser, block(GUIDE, "html", origin))),
);

Deno.test({
  name: "the guide's example for Python runs",
  ignore: !(await isInstalled("python3")),
  fn: () =>
    withService(async (origin, folder) => {
      const script = block(GUIDE, "python", origin);
      assert.equal(await run("python3", ["-c", script], folder), "7\n");
    }),
});
