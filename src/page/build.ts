/**
 * Bundles the page's TypeScript into static/page.js: `deno run -A src/page/build.ts`, and with `--check` only compares.
 *
 * It is NOT run when serving: the bundle is committed, and CI checks that it matches its sources.
 *
 * @module
 */

import { fileURLToPath } from "node:url";

const ENTRY = new URL("./main.ts", import.meta.url);
const BUNDLE = new URL("../../static/page.js", import.meta.url);

/**
 * Bundles the page.
 *
 * @returns The bundle's text.
 * @throws {Error} If `deno bundle` fails, with what it printed.
 */
export async function bundlePage(): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--minify",
      fileURLToPath(ENTRY),
    ],
  });
  const { success, stdout, stderr } = await command.output();
  if (!success) {
    throw new Error(`deno bundle failed: ${new TextDecoder().decode(stderr)}`);
  }
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  const bundle = await bundlePage();
  if (!Deno.args.includes("--check")) {
    await Deno.writeTextFile(BUNDLE, bundle);
    console.log(`static/page.js: ${bundle.length} characters`);
  } else if (await Deno.readTextFile(BUNDLE) === bundle) {
    console.log("static/page.js matches its sources");
  } else {
    console.error(
      "static/page.js does not match its sources. Run: deno run -A src/page/build.ts",
    );
    Deno.exit(1);
  }
}
