/**
 * `deno task evaluate`: measures the model files again, as the server runs them,
 * and compares with what `metrics.json` says of them.
 *
 * Exit codes: 0 all as told, 1 a figure differs or a file is missing, 2 a wrong
 * command line.
 *
 * @module
 */

import { Command } from "commander";
import { loadFolderParts, loadMnistParts } from "../data/parts.ts";
import { readMetrics, readModelFile } from "../models/folder.ts";
import { generatorFrom, recognizerFrom } from "../network/int8_engine.ts";
import { labelAgreement } from "./agreement.ts";
import { countRecognized } from "./int8_accuracy.ts";

/** One figure, as measured now and as told. */
interface Figure {
  readonly what: string;
  readonly measured: number;
  /** Absent if the metrics do not tell it. */
  readonly told: number | undefined;
}

/**
 * Measures the models of a folder.
 *
 * @param data Folder of the data that they were trained on; by default MNIST.
 * @throws {Deno.errors.NotFound} if a model file is missing.
 */
export async function evaluateModels(
  folder: string,
  data?: string,
): Promise<Figure[]> {
  const open = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = await readModelFile(folder, name);
    if (bytes) return bytes;
    throw new Deno.errors.NotFound(
      `${folder} has no ${name}.safetensors; deno task train makes it`,
    );
  };
  const { test } = await (data ? loadFolderParts(data) : loadMnistParts());
  const recognizer = await recognizerFrom(await open("recognizer"));
  const judge = await recognizerFrom(await open("judge"));
  const generator = await generatorFrom(await open("generator"));
  const told = await readMetrics(folder);
  return [
    {
      what: "recognizer, test images read right",
      measured: countRecognized(recognizer, test) / test.count,
      told: told.recognizer?.test_accuracy_int8,
    },
    {
      what: "judge, test images read right",
      measured: countRecognized(judge, test) / test.count,
      told: told.judge?.test_accuracy_int8,
    },
    {
      what: "generator, digits read as their label by the judge",
      measured: labelAgreement(judge, generator),
      told: told.generator?.label_agreement,
    },
  ];
}

async function main(args: readonly string[]): Promise<number> {
  const command = new Command("deno task evaluate")
    .description(
      "Measures the models as the server runs them: int8, in the engine.",
    )
    .option("--models <folder>", "where the models are", "models")
    .option("--data <folder>", "one's own data (default: MNIST)")
    .exitOverride((error) => Deno.exit(error.exitCode === 0 ? 0 : 2));
  command.parse([...args], { from: "user" });
  const { models, data } = command.opts<{ models: string; data?: string }>();
  try {
    const figures = await evaluateModels(models, data);
    for (const { what, measured, told } of figures) {
      const same = told === undefined
        ? "not told in metrics.json"
        : measured === told
        ? "as told"
        : `DIFFERS: metrics.json says ${percent(told)}`;
      console.log(`${percent(measured).padStart(8)}  ${what} (${same})`);
    }
    return figures.every(({ measured, told }) => measured === told) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
