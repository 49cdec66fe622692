import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { summarizeTests } from "../../tools/test_summary.ts";

/** Tests of every outcome. */
const TESTS = `
Deno.test("passes", () => {});
Deno.test("passes in steps", async (t) => {
  await t.step("first", () => {});
  await t.step({ name: "second", ignore: true, fn: () => {} });
});
Deno.test("fails", () => { throw new Error("as it should"); });
Deno.test({ name: "is skipped, ... so", ignore: true, fn: () => {} });
`;

/** What `deno test` prints of some tests. */
async function printed(tests: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/some_test.ts`, tests);
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["test", "--quiet", "--no-check", "--no-config", folder],
      env: { NO_COLOR: "1" },
      cwd: fileURLToPath(new URL("../../", import.meta.url)),
      stderr: "null",
    }).output();
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("summarizeTests() reads what deno test prints", async () => {
  assert.deepEqual(summarizeTests(await printed(TESTS)), {
    passed: 2,
    failed: 1,
    skipped: ["second", "is skipped, ... so"],
  });
});

Deno.test("summarizeTests() adds up runs", () => {
  const output = "a ... ok (1ms)\n\nok | 1 passed | 0 failed (3ms)\n\n" +
    "b ... ignored (0ms)\nc ... ok (1ms)\n\n" +
    "ok | 20 passed (3 steps) | 0 failed | 1 ignored (2s)\n";
  assert.deepEqual(summarizeTests(output), {
    passed: 21,
    failed: 0,
    skipped: ["b"],
  });
});

Deno.test("summarizeTests() returns null for a run that broke off", () => {
  assert.equal(summarizeTests("error: Type checking failed.\n"), null);
});
