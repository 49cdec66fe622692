import assert from "node:assert/strict";
import { countArgument } from "../../bench/count_argument.ts";

Deno.test("countArgument() reads a count, or returns the default", () => {
  assert.equal(countArgument("rounds", "12", 5), 12);
  assert.equal(countArgument("rounds", undefined, 5), 5);
  assert.equal(countArgument("rest", "0", 5, 0), 0);
});

Deno.test("benchmarks refuse a wrong count with one line, before they start", async () => {
  const cases = [
    ["load.ts", ["ten"], 'seconds is "ten", expected a whole number from 1\n'],
    [
      "load.ts",
      ["--rate", "0"],
      'rate is "0", expected a whole number from 1\n',
    ],
    ["abuse.ts", ["1", "-1"], 'rest is "-1", expected a whole number from 0\n'],
    ["start.ts", ["0"], 'rounds is "0", expected a whole number from 1\n'],
  ] as const;
  for (const [program, args, message] of cases) {
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--config=bench/deno.json",
        `bench/${program}`,
        ...args,
      ],
      cwd: new URL("../../", import.meta.url),
      env: { NO_COLOR: "1" },
    }).output();
    assert.equal(new TextDecoder().decode(stderr), message);
    assert.equal(code, 2);
  }
});
