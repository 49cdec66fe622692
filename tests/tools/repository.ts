/**
 * The files of this repository, found without git: a copy of it has none.
 *
 * @module
 */

/** The root. */
export const ROOT: URL = new URL("../../", import.meta.url);

/** Folders that hold nothing of the repository, as .gitignore lists them. */
const IGNORED = Deno.readTextFileSync(new URL(".gitignore", ROOT)).split("\n")
  .filter((line) => line.endsWith("/"));

/** Whether .gitignore names a folder by its path, or by its name alone. */
function isIgnored(folder: string, name: string): boolean {
  return name.startsWith(".git") || IGNORED.includes(`${name}/`) ||
    IGNORED.includes(`/${folder}${name}/`);
}

/** Paths of all files, from the root. */
export function repositoryFiles(folder = ""): string[] {
  return [...Deno.readDirSync(new URL(folder, ROOT))].flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (isIgnored(folder, entry.name)) return [];
    return entry.isDirectory ? repositoryFiles(`${path}/`) : [path];
  });
}
