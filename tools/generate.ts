/**
 * `deno task generate [PATH...]`: rebuilds all generated files, or the named
 * ones. With `--check` it writes nothing, and fails if a committed file differs
 * from its command's output.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { GENERATED_FILES, type GeneratedFile } from "./generated.ts";

/** The repository's root. */
const ROOT = new URL("../", import.meta.url);

/** Files by their path from the repository's root. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * Generates a file, or the files of a folder.
 *
 * @returns The generated files.
 * @throws {Error} If the command fails.
 */
export async function make({ path, command }: GeneratedFile): Promise<Files> {
  if (!path.endsWith("/")) return new Map([[path, await run(path, command)]]);
  const folder = await Deno.makeTempDir();
  try {
    await run(path, [...command, folder]);
    return await readFolder(new URL(`file://${folder}/`), path);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether the committed file equals the command's output. */
export async function isCurrent(file: GeneratedFile): Promise<boolean> {
  if (file.check) {
    const command = new Deno.Command(Deno.execPath(), {
      args: [...file.check],
      cwd: ROOT,
      stdout: "inherit",
      stderr: "inherit",
    });
    return (await command.output()).success;
  }
  const made = await make(file);
  const place = new URL(file.path, ROOT);
  const committed = file.path.endsWith("/")
    ? await readFolder(place, file.path)
    : new Map([[file.path, await Deno.readFile(place)]]);
  return made.size === committed.size &&
    [...made].every(([path, bytes]) => areEqual(bytes, committed.get(path)));
}

/** Generates a file or a folder and replaces the committed one. */
export async function regenerate(file: GeneratedFile): Promise<void> {
  const made = await make(file);
  for (const [path, bytes] of made) {
    const place = new URL(path, ROOT);
    const temporary = new URL(`${path}.tmp`, ROOT);
    await Deno.mkdir(new URL("./", place), { recursive: true });
    await Deno.writeFile(temporary, bytes);
    await Deno.rename(temporary, place);
    console.log(`${path}: ${bytes.length} bytes`);
  }
  if (!file.path.endsWith("/")) return;
  const present = await readFolder(new URL(file.path, ROOT), file.path);
  for (const path of present.keys()) {
    if (!made.has(path)) await Deno.remove(new URL(path, ROOT));
  }
}

/** Runs `deno` in the root and returns what it prints. */
async function run(
  path: string,
  command: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [...command],
    cwd: ROOT,
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`${path}: deno ${command.join(" ")} failed`);
  return stdout;
}

/** Reads the files of a folder without subfolders. */
async function readFolder(folder: URL, path: string): Promise<Files> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for await (const { name } of Deno.readDir(folder)) {
    files.set(`${path}${name}`, await Deno.readFile(new URL(name, folder)));
  }
  return files;
}

function areEqual(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return one.length === other?.length &&
    one.every((byte, i) => byte === other[i]);
}

if (import.meta.main) {
  const { values: { check }, positionals } = parseArgs({
    options: { check: { type: "boolean" } },
    allowPositionals: true,
  });
  const unknown = positionals.find((path) =>
    GENERATED_FILES.every((file) => file.path !== path)
  );
  if (unknown !== undefined) {
    console.error(
      `${unknown} is not generated. Generated files:\n` +
        GENERATED_FILES.map(({ path }) => `  ${path}`).join("\n"),
    );
    Deno.exit(2);
  }
  for (const file of GENERATED_FILES) {
    if (positionals.length > 0 && !positionals.includes(file.path)) continue;
    if (!check) await regenerate(file);
    else if (await isCurrent(file)) console.log(`${file.path} is current`);
    else {
      console.error(
        `${file.path} is stale. Run: deno task generate ${file.path}`,
      );
      Deno.exitCode = 1;
    }
  }
}
