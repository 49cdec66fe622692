/**
 * The files of the page: what its scripts import, and what it stores for
 * offline use.
 *
 * `deno run -A tools/page_files.ts` prints static/files.json, the paths of the
 * files that the service worker stores.
 *
 * @module
 */

/** All files of the page. */
const STATIC = new URL("../static/", import.meta.url);

/** The bundled scripts. */
const FOLDER = new URL("page/", STATIC);

/**
 * Files and folders that the page does not load, or that the browser stores
 * itself.
 */
const LEFT_OUT = [
  "index.html",
  "preview.png",
  "client.js",
  "files.json",
  "sw.js",
  "docs/",
];

/** The models that the page runs, and their metrics. */
const MODELS = [
  "/models",
  "/models/generator.safetensors",
  "/models/recognizer.safetensors",
];

/** The paths of all files that the page needs offline, sorted. */
export function offlineFiles(): string[] {
  const files = [...walk(STATIC)].filter((path) =>
    !LEFT_OUT.some((name) =>
      name.endsWith("/") ? path.startsWith(name) : path === name
    )
  );
  return ["/", ...files.map((path) => `/${path}`), ...MODELS].sort();
}

/** Paths of all files in a folder, except hidden and half-written ones. */
function* walk(folder: URL, prefix = ""): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (name.startsWith(".") || name.endsWith(".tmp")) continue;
    if (!isDirectory) yield `${prefix}${name}`;
    else yield* walk(new URL(`${name}/`, folder), `${prefix}${name}/`);
  }
}

/**
 * Lists the scripts that a script imports statically, directly or not.
 *
 * @param name A script in static/page/.
 * @returns Their names, without the script's own.
 */
export async function scriptsAtStart(name: string): Promise<string[]> {
  const found = new Set([name]);
  for (const script of found) {
    const text = await Deno.readTextFile(new URL(script, FOLDER));
    const imports = text.matchAll(/(?:from|import) ?"\.\/([\w.-]+)"/g);
    for (const [, path] of imports) found.add(path!);
  }
  found.delete(name);
  return [...found];
}

if (import.meta.main) console.log(JSON.stringify(offlineFiles(), null, 2));
