/**
 * `deno task evaluate:numbers`: reads rows of digits, composed of MNIST's, as
 * `/recognize?mode=number` would.
 *
 * Exit codes: 0 measured, 2 wrong command line.
 *
 * @module
 */

import { Command, Option } from "commander";
import { loadModels } from "../../../src/models.ts";
import { integer } from "../../cli/values.ts";
import { loadMnistParts } from "../../data/parts.ts";
import { measureRows, ROW_KINDS } from "./measure.ts";

const command = new Command("deno task evaluate:numbers")
  .description("Measures how many rows of digits are read entirely right.")
  .addOption(
    new Option("--images <part>", "digits to compose rows of")
      .choices(["validation", "test"]).default("validation"),
  )
  .option("--count <n>", "rows of each kind", integer(1, 100_000), 1000)
  .exitOverride((error) => Deno.exit(error.exitCode === 0 ? 0 : 2));
command.parse([...Deno.args], { from: "user" });
const { images, count } = command.opts<
  { images: "validation" | "test"; count: number }
>();
const { recognizer } = await loadModels();
const parts = await loadMnistParts();
for (const kind of ROW_KINDS) {
  const { name, exact, reachable, silentlyWrong, milliseconds } = measureRows(
    recognizer,
    parts[images],
    kind,
    count,
  );
  console.log(
    `${percent(exact)} exact of ${percent(reachable)} reachable, ` +
      `${percent(silentlyWrong)} silently wrong, ` +
      `${milliseconds.toFixed(1)} ms per row: ${name}`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`;
}
