/**
 * The files of the bundled page, static/page/, and what they import.
 *
 * @module
 */

/** The bundled page. */
const FOLDER = new URL("../static/page/", import.meta.url);

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
