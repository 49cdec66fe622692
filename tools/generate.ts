/**
 * `deno task generate [PATH...]`: makes the generated files anew, or those that
 * are named. With `--check` nothing is written: it fails where a committed file
 * is not what its command makes.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { GENERATED_FILES, type GeneratedFile } from "./generated.ts";

/** The repository's root. */
const ROOT = new URL("../", import.meta.url);

/**
 * Makes a generated file.
 *
 * @returns Its bytes.
 * @throws {Error} If its command fails.
 */
export async function make(
  { path, command }: GeneratedFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: [...command],
    cwd: ROOT,
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`${path}: deno ${command.join(" ")} failed`);
  return stdout;
}

/** Whether a committed file is what its command makes. */
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
  const committed = await Deno.readFile(new URL(file.path, ROOT));
  return made.length === committed.length &&
    made.every((byte, i) => byte === committed[i]);
}

/** Makes a file and writes it in place of the committed one. */
export async function regenerate(file: GeneratedFile): Promise<void> {
  const bytes = await make(file);
  const place = new URL(file.path, ROOT);
  const temporary = new URL(`${file.path}.tmp`, ROOT);
  await Deno.writeFile(temporary, bytes);
  await Deno.rename(temporary, place);
  console.log(`${file.path}: ${bytes.length} bytes`);
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
