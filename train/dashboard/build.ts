/**
 * Bundles the dashboard's TypeScript and uPlot into page.js, and with `--check`
 * only compares: `deno run -A train/dashboard/build.ts`.
 *
 * It is NOT run when training: the bundle is committed, and CI checks that it
 * matches its sources.
 *
 * @module
 */

import { fileURLToPath } from "node:url";

const ENTRY = new URL("./page/main.ts", import.meta.url);
const BUNDLE = new URL("./page.js", import.meta.url);

/**
 * Bundles the page's script.
 *
 * @returns The bundle's text, fit to stand within a `<script>`.
 * @throws {Error} If `deno bundle` fails, with what it printed.
 * @throws {SyntaxError} If the bundle has a text that would end the `<script>`.
 */
export async function bundleDashboard(): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--minify",
      fileURLToPath(ENTRY),
    ],
  }).output();
  if (!success) {
    throw new Error(`deno bundle failed: ${new TextDecoder().decode(stderr)}`);
  }
  const bundle = new TextDecoder().decode(stdout);
  const ending = /<\/script|<!--/i.exec(bundle);
  if (ending) {
    throw new SyntaxError(`the bundle has ${ending[0]} at ${ending.index}`);
  }
  return bundle;
}

if (import.meta.main) {
  const bundle = await bundleDashboard();
  if (!Deno.args.includes("--check")) {
    await Deno.writeTextFile(BUNDLE, bundle);
    console.log(`train/dashboard/page.js: ${bundle.length} characters`);
  } else if (await Deno.readTextFile(BUNDLE) === bundle) {
    console.log("train/dashboard/page.js matches its sources");
  } else {
    console.error(
      "train/dashboard/page.js does not match its sources. Run: deno task build:dashboard",
    );
    Deno.exit(1);
  }
}
