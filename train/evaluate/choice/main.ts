/**
 * `deno task evaluate:choice`: compares recognizers by the images that one of
 * them is chosen by, in int8.
 *
 * Exit codes: 0 compared, 1 a model is missing, 2 wrong command line.
 *
 * @module
 */

import { Command } from "commander";
import { integer } from "../../cli/values.ts";
import { loadMnistParts } from "../../data/parts.ts";
import { requireModel } from "../../models/folder.ts";
import { recognizerFrom } from "../../network/int8_engine.ts";
import { compareRecognizers } from "./compare.ts";
import { choiceKinds, type ChoiceSizes } from "./sets.ts";

const command = new Command("deno task evaluate:choice")
  .description(
    "Counts the errors of recognizers on MNIST's validation images, on the same\n" +
      "as damaged pictures, and on digits drawn by hasty hands. The one with the\n" +
      "lowest mean error rate is the one to ship.",
  )
  .argument("[folders...]", "folders of models", ["models"])
  .option(
    "--damages <n>",
    "how often each validation image is damaged",
    integer(1, 100),
    5,
  )
  .option("--drawn <n>", "digits to draw", integer(10, 1_000_000), 20_000)
  .exitOverride((error) => Deno.exit(error.exitCode === 0 ? 0 : 2));
command.parse([...Deno.args], { from: "user" });
const folders: string[] = command.processedArgs[0];

try {
  const recognizers = await Promise.all(
    folders.map(async (folder) =>
      await recognizerFrom(await requireModel(folder, "recognizer"))
    ),
  );
  const { validation } = await loadMnistParts();
  const kinds = choiceKinds(validation, command.opts<ChoiceSizes>());
  const { counts, results } = await compareRecognizers(recognizers, kinds);
  const heads = kinds.map(({ name }, k) => `${name}, wrong of ${counts[k]}`);
  console.log(row("recognizer", ...heads, "mean error rate"));
  console.log(row("---", ...heads.map(() => "---:"), "---:"));
  results.forEach(({ errors, meanRate }, r) => {
    const name = `${folders[r]} (${recognizers[r]!.info.name})`;
    console.log(row(name, ...errors, `${(100 * meanRate).toFixed(3)} %`));
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  Deno.exit(1);
}

function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}
