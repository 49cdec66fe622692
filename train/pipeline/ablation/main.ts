/**
 * `deno task evaluate:ablation`: trains the recognizer without each part of its
 * training in turn, and prints a table of what that costs on the sets that are
 * used for choosing. By default it runs nine short trainings on a part of the
 * images, which take half an hour on two cores. Results are stored, so a second
 * run continues where the first one stopped.
 *
 * @module
 */

import { Command } from "commander";
import { initBackend } from "../../backend/mod.ts";
import { integer } from "../../cli/values.ts";
import { subset } from "../../data/dataset.ts";
import { loadMnistParts } from "../../data/parts.ts";
import { requireModel } from "../../models/folder.ts";
import { presetConfig } from "../../presets.ts";
import { makeChoiceSets } from "../../recognizer/choice_sets.ts";
import {
  ablate,
  ablationHead,
  type AblationOptions,
  ablationRow,
  PARTS,
} from "./ablation.ts";
import { storedOr } from "./stored.ts";

const command = new Command("deno task evaluate:ablation")
  .description(
    "Trains the recognizer without each part of its training, and prints a\n" +
      "table of the errors on the sets that are used for choosing.\n" +
      "Run again, it continues where it was stopped.",
  )
  .option("--images <n>", "training images", integer(1000, 55_000), 20_000)
  .option("--epochs <n>", "passes over them", integer(1, 1000), 6)
  .option(
    "--seed <n>",
    "seed of all random choices",
    integer(0, 2 ** 32 - 1),
    1,
  )
  .option(
    "--workers <n>",
    "threads to compute with",
    integer(1, 64),
    navigator.hardwareConcurrency,
  )
  .option(
    "--out <file>",
    "stores results; remove it after a change of the code that affects them",
    "runs/ablation.json",
  )
  .parse([...Deno.args], { from: "user" });
const { images, epochs, seed, workers, out } = command.opts<{
  images: number;
  epochs: number;
  seed: number;
  workers: number;
  out: string;
}>();

await initBackend("wasm");
const parts = await loadMnistParts();
const data = {
  ...parts,
  training: subset(parts.training, Array.from({ length: images }, (_, i) => i)),
};
const [damaged, hasty, fonts] = await makeChoiceSets(data.validation);
const options: AblationOptions = {
  config: { ...presetConfig("standard").recognizer, epochs },
  seed,
  data,
  sets: [
    { name: "validation", dataset: data.validation },
    { name: "damaged", dataset: damaged! },
    { name: "hasty hands", dataset: hasty! },
    { name: "other fonts", dataset: fonts! },
  ],
  generator: await requireModel(
    new URL("../../../models", import.meta.url).pathname,
    "generator",
  ),
  backend: "wasm",
  workers,
};
console.log(
  `${images} training images, ${epochs} epochs, seed ${seed}\n\n` +
    ablationHead(options.sets).join("\n"),
);
for (const [name, changes] of [["", {}] as const, ...PARTS]) {
  const settings = { images, seed, config: { ...options.config, ...changes } };
  const result = await storedOr(out, settings, () => ablate(options, changes));
  console.log(ablationRow(name ? `without ${name}` : "with all parts", result));
}
