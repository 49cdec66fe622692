/**
 * `deno task evaluate`: measures the model files again, as the server runs
 * them, and compares with the figures in `metrics.json`. With `--generator`, it
 * measures the quality of the generator's digits; with `--damage` and
 * `--rejection`, how the recognizer handles damaged digits and pictures without
 * a digit; with `--errors`, it shows what is read wrong.
 *
 * Exit codes: 0 all as recorded, 1 a figure differs or a file is missing, 2
 * wrong command line.
 *
 * @module
 */

import { Command, Option } from "commander";
import { integer } from "./cli/values.ts";
import { loadFolderParts, loadMnistParts } from "./data/parts.ts";
import { readQuantizedModel } from "../src/network/quantized.ts";
import { initBackend } from "./backend/mod.ts";
import {
  floatDigits,
  servedDigits,
} from "./evaluate/generated/served_digits.ts";
import { installModels, readMetrics, requireModel } from "./models/folder.ts";
import type { GeneratorQuality } from "./models/metrics.ts";
import { qualitySection } from "./models/quality_section.ts";
import { withQuality } from "./pipeline/finish.ts";
import { measureGenerator } from "./pipeline/generator_quality.ts";
import { dequantizedModel } from "./quantize/dequantize.ts";
import { generatorFrom, recognizerFrom } from "./network/int8_engine.ts";
import { labelAgreement } from "./evaluate/agreement.ts";
import { countRecognized } from "./evaluate/int8_accuracy.ts";
import { writeErrors } from "./evaluate/errors/errors.ts";
import { evaluateRobustness } from "./evaluate/robustness.ts";

/** One figure, as measured now and as recorded. */
interface Figure {
  readonly what: string;
  readonly measured: number;
  /** Undefined if the metrics lack it. */
  readonly recorded: number | undefined;
}

/**
 * Measures the models of a folder.
 *
 * @param data Folder of the data that they were trained on, by default MNIST.
 * @throws {Deno.errors.NotFound} if a model file is missing.
 */
export async function evaluateModels(
  folder: string,
  data?: string,
): Promise<Figure[]> {
  const { test } = await (data ? loadFolderParts(data) : loadMnistParts());
  const recognizer = await recognizerFrom(
    await requireModel(folder, "recognizer"),
  );
  const judge = await recognizerFrom(await requireModel(folder, "judge"));
  const generator = await generatorFrom(
    await requireModel(folder, "generator"),
  );
  const recorded = await readMetrics(folder);
  return [
    {
      what: "recognizer, accuracy on the test images",
      measured: countRecognized(recognizer, test) / test.count,
      recorded: recorded.recognizer?.test_accuracy_int8,
    },
    {
      what: "judge, accuracy on the test images",
      measured: countRecognized(judge, test) / test.count,
      recorded: recorded.judge?.test_accuracy_int8,
    },
    {
      what: "generator, digits read as their label by the judge",
      measured: labelAgreement(judge, generator),
      recorded: recorded.generator?.label_agreement,
    },
  ];
}

/**
 * Measures the quality of the digits of a folder's generator.
 *
 * @param save Write the figures to `metrics.json`, the model card and the
 *   model file.
 * @throws {Deno.errors.NotFound} if a model file is missing.
 */
export async function evaluateGenerator(
  folder: string,
  { data, save }: { data?: string | undefined; save?: boolean | undefined },
): Promise<GeneratorQuality> {
  await initBackend("wasm");
  const bytes = await requireModel(folder, "generator");
  const judge = await requireModel(folder, "judge");
  const parts = await (data ? loadFolderParts(data) : loadMnistParts());
  const generator = await generatorFrom(bytes);
  const model = readQuantizedModel(bytes);
  const float = dequantizedModel(model);
  const quality = await measureGenerator({
    judge: dequantizedModel(readQuantizedModel(judge)),
    data: parts,
    reference: parts.test,
    served: (labels) => servedDigits(generator, labels),
    float: (labels) => floatDigits(float, model.sigmoidTable!, labels),
    probes: {
      seed: 1,
      backend: "wasm",
      workers: navigator.hardwareConcurrency,
    },
    say: (line) => console.error(line),
  });
  if (save) {
    const { generator: metrics } = await readMetrics(folder);
    if (!metrics) throw new TypeError(`${folder} has no generator's metrics`);
    const label_agreement = labelAgreement(
      await recognizerFrom(judge),
      generator,
    );
    const measured = { ...metrics, label_agreement };
    const finished = withQuality(bytes, measured, quality);
    await installModels(folder, { generator: finished });
  }
  return quality;
}

/** The command line's options. */
interface Options {
  readonly models: string;
  readonly data?: string;
  readonly generator?: boolean;
  readonly save?: boolean;
  readonly damage?: boolean;
  readonly rejection?: boolean;
  readonly errors?: string | true;
  readonly split: "validation" | "test";
  readonly images?: number;
}

async function main(args: readonly string[]): Promise<number> {
  const command = new Command("deno task evaluate")
    .description(
      "Measures the models as the server runs them: int8, in the engine.",
    )
    .option("--models <folder>", "where the models are", "models")
    .option("--data <folder>", "your own data (default: MNIST)")
    .option("--generator", "measure the quality of the generator's digits")
    .option(
      "--save",
      "with --generator, --damage or --rejection, write the figures to " +
        "metrics.json and the model card",
    )
    .option("--damage", "read damaged digits, and MNIST-C's corruptions")
    .option("--rejection", "read letters, scribbles and several digits")
    .option(
      "--errors [folder]",
      "write a page with the test images that are read wrong " +
        "(default: docs/measurements)",
    )
    .addOption(
      new Option(
        "--split <part>",
        "images for --damage and --rejection: validation to choose, test to report",
      ).choices(["validation", "test"]).default("test"),
    )
    .addOption(
      new Option("--images <n>", "only the split's first images")
        .argParser(integer(1, 1e6)),
    )
    .exitOverride((error) => Deno.exit(error.exitCode === 0 ? 0 : 2));
  command.parse([...args], { from: "user" });
  const options = command.opts<Options>();
  const { models, data, generator, save, damage, rejection, errors } = options;
  if (save && (options.split !== "test" || options.images !== undefined)) {
    console.error(
      "--save records figures on all test images: leave out --split and --images",
    );
    return 2;
  }
  try {
    if (errors) {
      const folder = errors === true ? "docs/measurements" : errors;
      for (const path of await writeErrors(folder, options)) {
        console.log(`wrote ${path}`);
      }
      return 0;
    }
    if (damage || rejection) {
      console.log((await evaluateRobustness(options)).join("\n"));
      return 0;
    }
    if (generator) {
      const quality = await evaluateGenerator(models, { data, save });
      console.log(qualitySection(quality).join("\n"));
      return 0;
    }
    const figures = await evaluateModels(models, data);
    for (const { what, measured, recorded } of figures) {
      const same = recorded === undefined
        ? "not in metrics.json"
        : measured === recorded
        ? "as recorded"
        : `DIFFERS: metrics.json says ${percent(recorded)}`;
      console.log(`${percent(measured).padStart(8)}  ${what} (${same})`);
    }
    return figures.every(({ measured, recorded }) => measured === recorded)
      ? 0
      : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
