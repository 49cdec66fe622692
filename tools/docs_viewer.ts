/**
 * Creates a file of the viewer on `/docs`: swagger-ui-dist's script or style
 * sheet with this repository's additions, compressed.
 *
 * `deno run -A tools/docs_viewer.ts PACKAGED OURS` prints the file: the
 * packaged one, by its import specifier, and then one of this repository,
 * bundled if it is a script. With `--check=FILE` it compares the uncompressed
 * content of a committed file instead, because compressors differ.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { writeOutput } from "./write_output.ts";

const ROOT = new URL("../", import.meta.url);

/** The text of a file of a package. */
async function packaged(specifier: string): Promise<string> {
  return await Deno.readTextFile(new URL(import.meta.resolve(specifier)));
}

/** Bundles a script of this repository. */
async function bundled(path: string): Promise<string> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--platform=browser", "--minify", path],
    cwd: ROOT,
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`deno bundle ${path} failed`);
  return new TextDecoder().decode(stdout);
}

/** The file's content. */
async function make(specifier: string, ours: string): Promise<string> {
  const parts = [
    await packaged(specifier),
    ours.endsWith(".ts")
      ? await bundled(ours)
      : await Deno.readTextFile(new URL(ours, ROOT)),
  ];
  // Source maps are not served, so browsers should not look for them.
  return parts.map((part) => part.replace(/^(\/\/|\/\*)# source.*$/gm, ""))
    .join("\n");
}

if (import.meta.main) {
  const { values: { check }, positionals: [specifier = "", ours = ""] } =
    parseArgs({
      options: { check: { type: "string" } },
      allowPositionals: true,
    });
  const text = await make(specifier, ours);
  if (check === undefined) {
    await writeOutput(gzipSync(text, { level: 9 }));
  } else {
    const committed = gunzipSync(await Deno.readFile(new URL(check, ROOT)));
    Deno.exit(new TextDecoder().decode(committed) === text ? 0 : 1);
  }
}
