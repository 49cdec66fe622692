import assert from "node:assert/strict";
import { isCurrent, make } from "../../tools/generate.ts";
import { GENERATED_FILES } from "../../tools/generated.ts";
import { repositoryFiles, ROOT } from "./repository.ts";

const PATHS = GENERATED_FILES.map(({ path }) => path);

/** Characters that a line written by hand does not have. */
const LONG_LINE = 1000;

/** Files that are not text. */
const BINARY = /\.(?:png|wasm|safetensors)$/;

/** Whether a file is generated, by itself or in a folder. */
function isGenerated(file: string): boolean {
  return PATHS.some((path) =>
    path.endsWith("/") ? file.startsWith(path) : file === path
  );
}

Deno.test("GENERATED_FILES are all in the repository, each once", () => {
  const files = repositoryFiles();
  const missing = PATHS.filter((path) =>
    !files.some((file) =>
      path.endsWith("/") ? file.startsWith(path) : file === path
    )
  );
  assert.deepEqual(missing, []);
  assert.equal(new Set(PATHS).size, PATHS.length);
});

Deno.test("GENERATED_FILES include every minified file and every WebAssembly module", () => {
  const generated = repositoryFiles().filter((path) => {
    if (path.endsWith(".wasm")) return true;
    if (BINARY.test(path)) return false;
    return Deno.readTextFileSync(new URL(path, ROOT)).split("\n")
      .some((line) => line.length > LONG_LINE);
  });
  assert.deepEqual(generated.filter((path) => !isGenerated(path)), []);
  assert.ok(generated.length > 5);
});

const PRINTS_MIT = {
  path: "LICENSE",
  command: ["eval", "console.log('MIT')"],
};

Deno.test("make() returns what the command prints", async () => {
  const files = await make(PRINTS_MIT);
  assert.deepEqual([...files.keys()], ["LICENSE"]);
  assert.equal(new TextDecoder().decode(files.get("LICENSE")), "MIT\n");
});

/** Writes two files into the folder that it receives. */
const WRITES_TWO = {
  path: "static/none/",
  command: [
    "eval",
    "for (const name of ['a', 'b']) " +
    "Deno.writeTextFileSync(`${Deno.args[0]}/${name}`, name)",
  ],
};

Deno.test("make() returns the files of a folder", async () => {
  const files = await make(WRITES_TWO);
  assert.deepEqual([...files.keys()].sort(), [
    "static/none/a",
    "static/none/b",
  ]);
  assert.equal(new TextDecoder().decode(files.get("static/none/a")), "a");
});

Deno.test("make() throws for a command that fails", async () => {
  const file = { path: "LICENSE", command: ["eval", "Deno.exit(3)"] };
  await assert.rejects(make(file), {
    name: "Error",
    message: "LICENSE: deno eval Deno.exit(3) failed",
  });
});

Deno.test("isCurrent() compares bytes, or runs the file's own check", async () => {
  const license = "await Deno.stdout.write(await Deno.readFile('LICENSE'))";
  const same = { path: "LICENSE", command: ["eval", license] };
  assert.equal(await isCurrent(same), true);
  assert.equal(await isCurrent(PRINTS_MIT), false);
  const check = (code: number) => ["eval", `Deno.exit(${code})`];
  assert.equal(await isCurrent({ ...PRINTS_MIT, check: check(0) }), true);
  assert.equal(await isCurrent({ ...same, check: check(1) }), false);
});
