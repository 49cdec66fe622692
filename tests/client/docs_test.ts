/**
 * The examples in docs/api.md do what they say, against a served port.
 *
 * @module
 */

import assert from "node:assert/strict";
import { browserTest } from "../page/browser.ts";
import { readsSeven } from "./drawing_page.ts";
import { block, isInstalled, run, withService } from "./examples.ts";

const TOP = new URL("../../", import.meta.url);

const API = await Deno.readTextFile(new URL("docs/api.md", TOP));

/** Downloads the picture that the first example does. */
async function saveDigit(origin: string, folder: string): Promise<void> {
  const three = "sample?digit=3&seed=1&format=png&scale=8";
  const response = await fetch(`${origin}/${three}`);
  await Deno.writeFile(`${folder}/digit.png`, await response.bytes());
}

Deno.test("docs/api.md's example for curl runs", () =>
  withService(async (origin, folder) => {
    const script = block(API, "sh", origin);
    const printed = await run("sh", ["-euc", script], folder);
    const answers = printed.split(/(?<=\})(?=\{"(?:digit|number)":)/)
      .map((text) => JSON.parse(text));
    assert.deepEqual(answers.map(({ digit }) => digit), [3, 7, undefined]);
    assert.equal(answers[2].number, "11");
  }));

Deno.test("docs/api.md's example for TypeScript runs, types checked", () =>
  withService(async (origin, folder) => {
    await Deno.writeTextFile(`${folder}/x.ts`, block(API, "ts", origin));
    const config = new URL("deno.json", TOP).pathname;
    const printed = await run(
      Deno.execPath(),
      [
        ...["run", "--quiet", "--check", "--allow-net"],
        ...[`--config=${config}`, `${folder}/x.ts`],
      ],
      folder,
    );
    const lines = printed.trim().split("\n");
    assert.equal(lines[0], "3");
    assert.match(lines[1]!, /^7 0\.9\d+ false$/);
    assert.equal(lines[2], "11");
    assert.equal(lines.length, 8);
    for (const line of lines.slice(3)) assert.match(line, /^\d 784$/);
  }));

Deno.test({
  name: "docs/api.md's example for Python runs",
  ignore: !(await isInstalled("python3")),
  fn: () =>
    withService(async (origin, folder) => {
      await saveDigit(origin, folder);
      const script = block(API, "python", origin);
      const printed = await run("python3", ["-c", script], folder);
      assert.equal(printed, "7\n7\n3\n3 784\n");
    }),
});

browserTest(
  "docs/api.md's page reads what is drawn",
  (browser) =>
    withService(async (origin) => {
      const html = block(API, "html", origin);
      await readsSeven(browser, html);
    }),
);
