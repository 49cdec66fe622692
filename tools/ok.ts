/**
 * `deno task ok`: everything that must hold before a change is ready, one check
 * after another, and a closing line that counts them.
 *
 * Each check counts as one, a test run as many as it has tests. All checks run
 * even after one has failed, so that one run shows all that is wrong. Skipped
 * tests are listed; with CI=true they count as failed.
 *
 * @module
 */

import { BROWSER_HINT, findBrowser } from "./find_browser.ts";
import { modulesOf, PACKAGES } from "./packages.ts";
import { summarizeTests } from "./test_summary.ts";

/** One command of the list. */
interface Check {
  readonly name: string;
  /** Arguments for `deno`. */
  readonly args: readonly string[];
}

const CHECKS: readonly Check[] = [
  { name: "format", args: ["fmt", "--check"] },
  { name: "lint", args: ["lint"] },
  ...PACKAGES.map((member) => ({
    name: `types of ${member.name}`,
    args: ["check", `--config=${member.config}`, ...modulesOf(member)],
  })),
  { name: "documentation", args: ["task", "doc:lint"] },
  {
    name: "generated files are current",
    args: ["task", "generate", "--check"],
  },
  { name: "models are as measured", args: ["task", "evaluate"] },
  ...PACKAGES.map(({ name }) => ({
    name: `tests of ${name}`,
    args: ["task", `test:${name}`],
  })),
  { name: "examples in the documentation", args: ["task", "test:doc"] },
  { name: "smoke training", args: ["task", "test:smoke"] },
];

let passed = 0;
let failed = 0;
const skipped: string[] = [];
for (const { name, args } of CHECKS) {
  const began = performance.now();
  console.log(`\n== ${name}`);
  const { success, output } = await run(args);
  const tests = summarizeTests(output);
  passed += tests ? tests.passed : Number(success);
  // A test run that fails outside its tests (a type error) failed all the same.
  failed += Math.max(tests?.failed ?? 0, Number(!success));
  skipped.push(...tests?.skipped ?? []);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`== ${name}: ${success ? "ok" : "FAILED"} (${seconds} s)`);
}
if (skipped.length > 0) {
  console.log(`\n${skipped.length} skipped:`);
  for (const name of skipped) console.log(`- ${name}`);
  if (findBrowser() === null) {
    console.log(`There is no browser for the page's tests. ${BROWSER_HINT}`);
  }
  if (Deno.env.get("CI") === "true") {
    console.error("With CI=true a skipped test counts as failed.");
    failed += skipped.length;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);

/** Runs `deno`, showing what it prints and keeping it. */
async function run(
  args: readonly string[],
): Promise<{ success: boolean; output: string }> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    stdout: "piped",
    stderr: "inherit",
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).spawn();
  const decoder = new TextDecoder();
  let output = "";
  for await (const chunk of child.stdout) {
    await Deno.stdout.write(chunk);
    output += decoder.decode(chunk, { stream: true });
  }
  return { success: (await child.status).success, output };
}
