/**
 * `deno task ok`: everything that must hold before a change is ready, one check
 * after another, and a closing line that counts them.
 *
 * Each check counts as one, a test run as many as it has tests. All checks are
 * run even after one has failed, so that one run tells all that is wrong.
 *
 * @module
 */

import { ourModules } from "./our_modules.ts";

/** One command of the list. */
interface Check {
  readonly name: string;
  /** Arguments for `deno`. */
  readonly args: readonly string[];
}

const CHECKS: readonly Check[] = [
  { name: "format", args: ["fmt", "--check"] },
  { name: "lint", args: ["lint"] },
  {
    name: "types",
    args: [
      "check",
      "main.ts",
      ...ourModules(["src", "train", "tests", "bench"]),
    ],
  },
  { name: "documentation", args: ["task", "doc:lint"] },
  { name: "kernels are as built", args: ["task", "build:kernels", "--check"] },
  { name: "engine is as built", args: ["task", "build:engine", "--check"] },
  { name: "image is as built", args: ["task", "build:image", "--check"] },
  {
    name: "JPEG decoder is as packaged",
    args: ["task", "build:jpeg", "--check"],
  },
  { name: "page is as built", args: ["task", "build:page", "--check"] },
  {
    name: "dashboard is as built",
    args: ["task", "build:dashboard", "--check"],
  },
  { name: "server is as built", args: ["task", "build:server", "--check"] },
  {
    name: "golden vectors are as computed",
    args: ["task", "build:golden", "--check"],
  },
  { name: "models are as measured", args: ["task", "evaluate"] },
  { name: "tests", args: ["task", "test"] },
  { name: "examples in the documentation", args: ["task", "test:doc"] },
  { name: "smoke training", args: ["task", "test:smoke"] },
];

/** What `deno test` prints at its end, colours taken away. */
const SUMMARY = /(\d+) passed.*?\| (\d+) failed/g;

let passed = 0;
let failed = 0;
for (const { name, args } of CHECKS) {
  const began = performance.now();
  console.log(`\n== ${name}: deno ${args.join(" ")}`);
  const { success, output } = await run(args);
  const counts = [...output.matchAll(SUMMARY)].at(-1);
  const tests = counts ? [Number(counts[1]), Number(counts[2])] : [0, 0];
  passed += counts ? tests[0]! : Number(success);
  // A test run that fails outside its tests (a type error) failed all the same.
  failed += counts ? Math.max(tests[1]!, Number(!success)) : Number(!success);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`== ${name}: ${success ? "ok" : "FAILED"} (${seconds} s)`);
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
