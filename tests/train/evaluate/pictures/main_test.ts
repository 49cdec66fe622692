import assert from "node:assert/strict";
import { inFolder } from "../../data/files_fixture.ts";

const ROOT = new URL("../../../../", import.meta.url).pathname;

/** Runs the command in a process of its own. */
async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "train/evaluate/pictures/main.ts", ...args],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(code === 0 ? stdout : stderr);
  return { code, text: text.trim() };
}

Deno.test("deno task evaluate:pictures measures a kind and counts its pictures", async () => {
  const { code, text } = await run(
    ...["--templates", "--kinds", "drawing", "--count", "3"],
  );
  assert.equal(code, 0, text);
  assert.match(text, /^drawing +3 +\d+\.\d % right +\d+\.\d % rejected/);
});

Deno.test("deno task evaluate:pictures answers a wrong command line with no stack trace", () =>
  inFolder({ "file.txt": "" }, async (folder) => {
    const cases: [code: number, args: string[], line: RegExp][] = [
      [2, ["--folder", `${folder}/none`], /^--folder .*none: no such folder$/],
      [2, ["--keep", `${folder}/file.txt`], /^--keep .*: this is a file/],
      [2, ["--kinds", "card,carts"], /no such kind: carts; expected some of/],
      [2, ["--count", "many"], /'many' is invalid.*expected an integer/],
      [2, ["--without", "thing"], /'thing' is invalid/],
      [1, ["--folder", folder], /has no labelled pictures, expected/],
    ];
    for (const [code, args, line] of cases) {
      const found = await run(...args);
      assert.equal(found.code, code, `${args}: ${found.text}`);
      assert.match(found.text, line);
      assert.doesNotMatch(found.text, /^\s+at /m);
    }
  }));
