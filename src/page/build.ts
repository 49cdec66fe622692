/**
 * Bundles the page's TypeScript into static/: `deno run -A src/page/build.ts`, and with `--check` only compares.
 *
 * It is NOT run when serving: the bundles are committed, and CI checks that they match their sources.
 *
 * @module
 */

import { fileURLToPath } from "node:url";

/** A module of src/page/ that is bundled with all that it imports. */
export interface Bundle {
  /** The module's name in src/page/. */
  readonly entry: string;
  /** The bundle's name in static/. */
  readonly file: string;
}

/** The bundles: what shows the page, and what reads in it, loaded once it is shown. */
export const BUNDLES: readonly Bundle[] = [
  { entry: "main.ts", file: "page.js" },
  { entry: "engine_recognizer.ts", file: "page_engine.js" },
];

/** The directory that the bundles are in. */
const STATIC = new URL("../../static/", import.meta.url);

/**
 * Makes a bundle.
 *
 * @param bundle Which one.
 * @returns The bundle's text.
 * @throws {Error} If `deno bundle` fails, with what it printed.
 */
export async function bundlePage({ entry }: Bundle): Promise<string> {
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--minify",
      fileURLToPath(new URL(entry, import.meta.url)),
    ],
  });
  const { success, stdout, stderr } = await command.output();
  if (!success) {
    throw new Error(`deno bundle failed: ${new TextDecoder().decode(stderr)}`);
  }
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  for (const bundle of BUNDLES) {
    const text = await bundlePage(bundle);
    const name = `static/${bundle.file}`;
    const url = new URL(bundle.file, STATIC);
    if (!Deno.args.includes("--check")) {
      await Deno.writeTextFile(url, text);
      console.log(`${name}: ${text.length} characters`);
    } else if (await Deno.readTextFile(url) === text) {
      console.log(`${name} matches its sources`);
    } else {
      console.error(
        `${name} does not match its sources. Run: deno run -A src/page/build.ts`,
      );
      Deno.exitCode = 1;
    }
  }
}
