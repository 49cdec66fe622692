/**
 * `deno task oip:conformance URL [MODEL...]`: checks a server against the Open
 * Inference Protocol v2.
 *
 * @module
 */

import { modelChecks, serverChecks } from "./checks.ts";

/** The models of this repository's service. */
const MODELS = ["recognizer", "generator"];

/**
 * Checks a server.
 *
 * @param url The server's URL.
 * @param models Names of its models.
 * @param print Prints a line for each check.
 * @returns How many checks failed.
 */
export async function conform(
  url: string,
  models: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const server = url.replace(/\/+$/, "");
  const checks = [
    ...serverChecks(server),
    ...models.flatMap((model) => modelChecks(server, model)),
  ];
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      await run();
      print(`ok      ${name}`);
    } catch (error) {
      failed++;
      const [reason] = String(error).split("\n");
      print(`FAILED  ${name}: ${reason}`);
    }
  }
  print(`${checks.length - failed} passed, ${failed} failed`);
  return failed;
}

if (import.meta.main) {
  const [url = "", ...models] = Deno.args;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    console.error(
      `${JSON.stringify(url)} is not a URL, expected http:// or https://\n` +
        "Usage: deno task oip:conformance URL [MODEL...]\n" +
        `Models: ${MODELS.join(" and ")}, unless others are named`,
    );
    Deno.exit(2);
  }
  const names = models.length > 0 ? models : MODELS;
  Deno.exitCode = await conform(url, names, console.log) > 0 ? 1 : 0;
}
