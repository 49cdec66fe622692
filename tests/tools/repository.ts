/**
 * The files of this repository, found without git: a copy of it has none.
 *
 * @module
 */

/** The root. */
export const ROOT: URL = new URL("../../", import.meta.url);

/** What .gitignore names: a path from the root, or a name in any folder. */
const IGNORED = Deno.readTextFileSync(new URL(".gitignore", ROOT)).split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const name = line.replace(/^\//, "").replaceAll(".", "\\.")
      .replaceAll("*", "[^/]*");
    return new RegExp(`${line.startsWith("/") ? "^" : "(?:^|/)"}${name}$`);
  });

/**
 * Whether a path is not part of the repository.
 *
 * @param path From the root; a folder's ends with a slash.
 */
export function isIgnored(path: string): boolean {
  return /(?:^|\/)\.git[^/]*\/?$/.test(path) ||
    IGNORED.some((pattern) => pattern.test(path));
}

/** Paths of all files, from the root. */
export function repositoryFiles(folder = ""): string[] {
  return [...Deno.readDirSync(new URL(folder, ROOT))].flatMap((entry) => {
    const path = `${folder}${entry.name}${entry.isDirectory ? "/" : ""}`;
    if (isIgnored(path)) return [];
    return entry.isDirectory ? repositoryFiles(path) : [path];
  });
}
