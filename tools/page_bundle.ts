/**
 * `deno run -A tools/page_bundle.ts FOLDER`: bundles the page's scripts and
 * style sheets into a folder.
 *
 * `main.js` is what the first view needs, in one chunk. Every other feature,
 * and the generator, has its own script, which is loaded on first use.
 * `early.js` records what is drawn before `main.js` has arrived.
 *
 * @module
 */

import { FEATURES } from "../src/page/shell/features.ts";
import { nameChunks } from "./chunk_names.ts";

/** The page's sources. */
const PAGE = new URL("../src/page/", import.meta.url);

/**
 * Folders of code that the first view does not need: features, and a part of
 * "draw".
 */
const LATER: readonly string[] = [
  ...FEATURES.map(({ id }) => id).filter((id) => id !== "draw"),
  "think",
];

/** Scripts by name, each with the module that it exports. */
const SCRIPTS: ReadonlyMap<string, URL> = new Map([
  ...LATER.map((id): [string, URL] => [id, new URL(`${id}/main.ts`, PAGE)]),
  ["generator", new URL("models/generator.ts", PAGE)],
]);

/** Style sheets by name. */
const STYLES: ReadonlyMap<string, URL> = new Map([
  ["main", new URL("main.css", PAGE)],
  ...LATER.map((id): [string, URL] => [id, new URL(`${id}/${id}.css`, PAGE)]),
]);

const BUNDLE = [
  ...["bundle", "--quiet", "--platform=browser", "--minify"],
  "--config=src/page/deno.json",
];

/**
 * Bundles the page.
 *
 * @param folder Receives the files.
 * @throws {Error} If a source does not bundle.
 */
export async function bundlePage(folder: string): Promise<void> {
  const entries = await Deno.makeTempDir();
  try {
    const main = `import "${new URL("main.ts", PAGE)}";\n`;
    await Deno.writeTextFile(`${entries}/main.ts`, main);
    for (const [name, module] of SCRIPTS) {
      // The bundler makes a chunk of the modules that the same scripts share.
      // Each script here imports the first view, which is loaded anyway, so
      // that the whole first view is one chunk and one request.
      const script = `${main}export * from "${module}";\n`;
      await Deno.writeTextFile(`${entries}/${name}.ts`, script);
    }
    const scripts = ["main", ...SCRIPTS.keys()]
      .map((name) => `${entries}/${name}.ts`);
    await bundle("--code-splitting", `--outdir=${folder}`, ...scripts);
    await nameChunks(folder);
    // Bundled separately, so that it does not wait for any chunk.
    const early = new URL("early/main.ts", PAGE);
    await bundle(`--output=${folder}/early.js`, early.pathname);
    for (const [name, sheet] of STYLES) {
      await bundle(`--output=${folder}/${name}.css`, sheet.pathname);
    }
  } finally {
    await Deno.remove(entries, { recursive: true });
  }
}

async function bundle(...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...BUNDLE, ...args],
    cwd: new URL("../", import.meta.url),
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

if (import.meta.main) {
  const [folder] = Deno.args;
  if (folder === undefined) {
    console.error("Which folder? Usage: tools/page_bundle.ts FOLDER");
    Deno.exit(2);
  }
  await bundlePage(folder);
}
