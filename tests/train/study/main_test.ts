import assert from "node:assert/strict";
import { main } from "../../../train/study/main.ts";
import { inFolder } from "../data/files_fixture.ts";
import { runCommand } from "../run_command.ts";

const run = (...args: string[]) => runCommand(main, args);

Deno.test("deno task study refuses folders before it trains, and names the option", () =>
  inFolder({ "file.txt": "", "empty/readme.txt": "" }, async (folder) => {
    const file = `${folder}/file.txt`;
    const out = ["--out", `${folder}/out`];
    const cases: [code: number, args: string[], line: RegExp][] = [
      [
        2,
        [...out, "--pictures", file],
        /^--pictures .*: this is a file, expect/,
      ],
      [
        2,
        [...out, "--pictures", folder, `${folder}/none`],
        /^--pictures .*none: no such folder$/,
      ],
      [2, [...out, "--data", file], /^--data .*: this is a file, expected/],
      [2, ["--out", file], /^--out .*file\.txt: this is a file; name a folder/],
      [2, ["--out", `${file}/out`], /^--out .*out: \S*file\.txt is a file/],
      [
        1,
        [...out, "--pictures", `${folder}/empty`],
        /empty has no labelled pictures, expected a labels\.csv/,
      ],
    ];
    for (const [code, args, line] of cases) {
      const found = await run("--workers", "1", ...args);
      assert.equal(found.code, code, `${args}: ${found.text}`);
      assert.match(found.text, line);
      assert.ok(!found.text.includes("\n"), found.text);
    }
  }));
