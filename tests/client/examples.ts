/**
 * Runs examples of documentation against a served port.
 *
 * @module
 */

import assert from "node:assert/strict";
import { startApp } from "../page/browser.ts";

/** The address in the documentation. */
const DOCUMENTED = "localhost:8000";

/**
 * The first block of a language in a page of Markdown.
 *
 * @param page The page.
 * @param language The language.
 * @param origin Where it calls in place of the documented address.
 */
export function block(page: string, language: string, origin: string): string {
  const [, code] =
    new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "m").exec(page) ?? [];
  assert.ok(code !== undefined, `the page has ${language}`);
  return code.replaceAll(DOCUMENTED, new URL(origin).host);
}

/** Runs a program in a folder and returns what it prints. */
export async function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  assert.ok(success, decoder.decode(stdout) + decoder.decode(stderr));
  return decoder.decode(stdout);
}

/** Calls a function with an origin and an empty folder. */
export async function withService(
  use: (origin: string, folder: string) => Promise<void>,
): Promise<void> {
  const { origin, stop } = await startApp();
  const folder = await Deno.makeTempDir();
  try {
    await use(origin, folder);
  } finally {
    await stop();
    await Deno.remove(folder, { recursive: true });
  }
}

/** Whether a program can be started. */
export async function isInstalled(program: string): Promise<boolean> {
  try {
    const command = new Deno.Command(program, { args: ["--version"] });
    return (await command.output()).success;
  } catch {
    return false;
  }
}
