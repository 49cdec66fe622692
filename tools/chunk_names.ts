/**
 * Names the chunks of a bundle by their content.
 *
 * The bundler's own names depend on where the repository and Deno's cache are.
 *
 * @module
 */

/** A chunk's name, as the bundler writes it. */
const CHUNK = /chunk-[A-Z0-9]{8}\.js/g;

/**
 * Renames the chunks in a folder, and the names in all its scripts.
 *
 * @param folder Holds a bundle.
 * @throws {Error} If chunks import each other in a circle.
 */
export async function nameChunks(folder: string): Promise<void> {
  const texts = new Map<string, string>();
  for (const { name } of [...Deno.readDirSync(folder)]) {
    if (!name.endsWith(".js")) continue;
    texts.set(name, await Deno.readTextFile(`${folder}/${name}`));
  }
  const names = new Map<string, string>();

  /**
   * The name of a chunk: a hash of its content, with other chunks already
   * renamed in it.
   */
  async function nameOf(chunk: string, path: readonly string[]) {
    const known = names.get(chunk);
    if (known !== undefined) return known;
    if (path.includes(chunk)) {
      throw new Error(`chunks import each other: ${path.join(", ")}`);
    }
    const name = `chunk-${await hash(await renamed(chunk, path))}.js`;
    names.set(chunk, name);
    return name;
  }

  async function renamed(script: string, path: readonly string[] = []) {
    let text = texts.get(script)!;
    for (const [chunk] of text.matchAll(CHUNK)) {
      if (!texts.has(chunk)) continue;
      text = text.replaceAll(chunk, await nameOf(chunk, [...path, script]));
    }
    return text;
  }

  for (const script of texts.keys()) {
    const text = await renamed(script);
    const isChunk = script.match(CHUNK) !== null;
    const name = isChunk ? await nameOf(script, []) : script;
    if (isChunk) await Deno.remove(`${folder}/${script}`);
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
}

/** Eight characters, like the bundler's. */
async function hash(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(
    digest.subarray(0, 4),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("").toUpperCase();
}
