/**
 * `deno task doc:lint`: `deno doc --lint` over every module of ours.
 *
 * @module
 */

import { join } from "node:path";

/** Folders of AssemblyScript, which Deno does not read. */
const NOT_OURS = new Set(["kernels"]);

async function* modules(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory && !NOT_OURS.has(entry.name)) yield* modules(path);
    else if (/(?<!\.d)\.ts$/.test(entry.name)) yield path;
  }
}

const paths = ["main.ts"];
for (const folder of ["src", "train"]) {
  for await (const path of modules(folder)) paths.push(path);
}
const { code } = await new Deno.Command(Deno.execPath(), {
  args: ["doc", "--lint", "--quiet", ...paths.sort()],
  stdout: "null",
}).output();
Deno.exit(code);
