/**
 * `deno task ok`: runs everything that must pass before a change is ready, and
 * prints the number of checks.
 *
 * Each check counts as one, a test run as its number of tests. All checks run
 * even after one has failed, so that one run shows everything that is wrong.
 * Skipped tests are listed; with CI=true they count as failed.
 *
 * @module
 */

import { BROWSER_HINT, findBrowser } from "./find_browser.ts";
import { configurations, PACKAGES } from "./packages.ts";
import { summarizeTests } from "./test_summary.ts";

/** One command of the list. */
interface Check {
  readonly name: string;
  /** Arguments for `deno`. */
  readonly args: readonly string[];
}

/** Checks that keep one core busy; as many run at once as there are cores. */
const CHECKS: readonly Check[] = [
  {
    name: "generated files are current",
    args: ["task", "generate", "--check"],
  },
  ...configurations().map(({ name, path, modules }) => ({
    name: `types of ${name}`,
    args: ["check", "--quiet", `--config=${path}`, ...modules],
  })),
  { name: "format", args: ["fmt", "--check"] },
  { name: "lint", args: ["lint"] },
  { name: "documentation", args: ["task", "doc:lint"] },
];

/** Checks that use every core, or depend on timing. */
const CHECKS_ALONE: readonly Check[] = [
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

const queue = [...CHECKS];
await Promise.all(
  Array.from({ length: navigator.hardwareConcurrency }, async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      await runCheck(check, { isLive: false });
    }
  }),
);
for (const check of CHECKS_ALONE) await runCheck(check, { isLive: true });

if (skipped.length > 0) {
  console.log(`\n${skipped.length} skipped:`);
  for (const name of skipped) console.log(`- ${name}`);
  if (findBrowser() === null) {
    console.log(`There is no browser for the page's tests. ${BROWSER_HINT}`);
  }
  if (Deno.env.get("CI") === "true") {
    console.log("With CI=true a skipped test counts as failed.");
    failed += skipped.length;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);

/** Runs a check and counts it; `isLive` shows its output while it runs. */
async function runCheck(
  { name, args }: Check,
  { isLive }: { readonly isLive: boolean },
): Promise<void> {
  const began = performance.now();
  if (isLive) console.log(`\n== ${name}`);
  const { success, output } = await run(args, isLive);
  if (!isLive) console.log(`\n== ${name}\n${output.trimEnd()}`);
  const tests = summarizeTests(output);
  passed += tests ? tests.passed : Number(success);
  // A test run may also fail outside of its tests, for example with a type
  // error.
  failed += Math.max(tests?.failed ?? 0, Number(!success));
  skipped.push(...tests?.skipped ?? []);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`== ${name}: ${success ? "ok" : "FAILED"} (${seconds} s)`);
}

/** Runs `deno` and collects what it prints. */
async function run(
  args: readonly string[],
  isLive: boolean,
): Promise<{ success: boolean; output: string }> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    stdout: "piped",
    stderr: "piped",
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).spawn();
  let output = "";
  const collect = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      if (isLive) await Deno.stdout.write(chunk);
      output += decoder.decode(chunk, { stream: true });
    }
  };
  await Promise.all([collect(child.stdout), collect(child.stderr)]);
  return { success: (await child.status).success, output };
}
