/// <reference lib="dom" />
/**
 * The examples in docs/api.md do what they say, against a served port.
 *
 * @module
 */

import assert from "node:assert/strict";
import { browserTest, PATHS } from "../page/browser.ts";
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
      // A page of another origin.
      const server = Deno.serve(
        { port: 0, hostname: "127.0.0.1", onListen() {} },
        () => new Response(html, { headers: { "Content-Type": "text/html" } }),
      );
      try {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${server.addr.port}`);
        const box = (await page.locator("canvas").boundingBox())!;
        const points = PATHS.seven.map(([x, y]) =>
          [box.x + x * box.width / 1000, box.y + y * box.height / 1000] as const
        );
        // The script is a module: it may run after the load event.
        await page.waitForFunction(() =>
          document.querySelector("canvas")!.onpointerup !== null
        );
        await page.mouse.move(...points[0]!);
        await page.mouse.down();
        for (const point of points) await page.mouse.move(...point);
        await page.mouse.up();
        await page.locator("output", { hasText: "7" }).waitFor();
        const ink = await page.locator("canvas").evaluate((element) =>
          (element as HTMLCanvasElement).getContext("2d")!
            .getImageData(0, 0, 300, 300).data.some((value) => value > 0)
        );
        assert.ok(ink, "nothing was painted");
        await page.close();
      } finally {
        await server.shutdown();
      }
    }),
);
