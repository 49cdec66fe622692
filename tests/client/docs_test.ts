/// <reference lib="dom" />
/**
 * The examples in docs/api.md do what they say, against a served port.
 *
 * @module
 */

import assert from "node:assert/strict";
import { browserTest, PATHS, startApp } from "../page/browser.ts";

const TOP = new URL("../../", import.meta.url);

/** The address in the documentation. */
const DOCUMENTED = "localhost:8000";

/** The first block of a language in docs/api.md, calling `origin`. */
async function block(language: string, origin: string): Promise<string> {
  const page = await Deno.readTextFile(new URL("docs/api.md", TOP));
  const [, code] =
    new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "m").exec(page) ?? [];
  assert.ok(code !== undefined, `docs/api.md has ${language}`);
  return code.replaceAll(DOCUMENTED, new URL(origin).host);
}

/** Runs a program in a folder and returns what it prints. */
async function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  assert.ok(success, decoder.decode(stdout) + decoder.decode(stderr));
  return decoder.decode(stdout);
}

/** Calls a function with an origin and an empty folder. */
async function withService(
  use: (origin: string, folder: string) => Promise<void>,
): Promise<void> {
  const { origin, stop } = await startApp();
  const folder = await Deno.makeTempDir();
  try {
    await use(origin, folder);
  } finally {
    await stop();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Downloads the picture that the first example does. */
async function saveDigit(origin: string, folder: string): Promise<void> {
  const three = "sample?digit=3&seed=1&format=png&scale=8";
  const response = await fetch(`${origin}/${three}`);
  await Deno.writeFile(`${folder}/digit.png`, await response.bytes());
}

/** Whether a program can be started. */
async function isInstalled(program: string): Promise<boolean> {
  try {
    const command = new Deno.Command(program, { args: ["--version"] });
    return (await command.output()).success;
  } catch {
    return false;
  }
}

Deno.test("docs/api.md's example for curl runs", () =>
  withService(async (origin, folder) => {
    const script = await block("sh", origin);
    const printed = await run("sh", ["-euc", script], folder);
    const answers = printed.split(/(?<=\})(?=\{"(?:digit|number)":)/)
      .map((text) => JSON.parse(text));
    assert.deepEqual(answers.map(({ digit }) => digit), [3, 7, undefined]);
    assert.equal(answers[2].number, "11");
  }));

Deno.test("docs/api.md's example for TypeScript runs, types checked", () =>
  withService(async (origin, folder) => {
    await Deno.writeTextFile(`${folder}/x.ts`, await block("ts", origin));
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
      const script = await block("python", origin);
      const printed = await run("python3", ["-c", script], folder);
      assert.equal(printed, "7\n7\n3\n3 784\n");
    }),
});

browserTest(
  "docs/api.md's page reads what is drawn",
  (browser) =>
    withService(async (origin) => {
      const html = await block("html", origin);
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
