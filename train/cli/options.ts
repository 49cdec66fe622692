/**
 * The command line of `deno task train`: from words to a typed request, or a refusal
 * that says what was found. It reads no files, makes no configuration and ends no process:
 * train/main.ts does.
 *
 * @module
 */

import { Argument, Command, CommanderError, Option } from "commander";
import { PRESET_NAMES, type PresetName } from "../presets.ts";
import { parseInteger, parsePositive } from "./values.ts";

/** What can be trained. */
export const TARGETS = ["gan", "recognizer", "all"] as const;

/** What TensorFlow.js can compute on. */
export const BACKENDS = ["wasm", "webgpu", "cpu"] as const;

/** A member of {@linkcode TARGETS}. */
export type Target = typeof TARGETS[number];

/** A member of {@linkcode BACKENDS}. */
export type BackendName = typeof BACKENDS[number];

/** What the user asks for. What is absent is left to the preset or found out at the start. */
export interface TrainArguments {
  /** What to train. */
  readonly target: Target;
  /** The hyperparameters to start from. */
  readonly preset: PresetName;
  /** Folder of the run: log, checkpoints, pictures. */
  readonly out?: string;
  /** Folder that finished models are put in. */
  readonly models: string;
  /** Whether to go on from the latest checkpoint in `out`. */
  readonly resume: boolean;
  /** Seconds from one checkpoint to the next. */
  readonly checkpointSeconds: number;
  /** Whether to discard checkpoints that are in `out`. */
  readonly overwrite: boolean;
  /** How many Deno Workers share each batch. */
  readonly workers: number;
  /** Passes over the training images. */
  readonly epochs?: number;
  /** Images in a batch, over all workers. */
  readonly batchSize?: number;
  /** Most images that a worker computes at a time. */
  readonly microbatchSize?: number;
  /** Components of the generator's latent vector. */
  readonly latentDim?: number;
  /** The optimizer's step size. */
  readonly learningRate?: number;
  /** Seed of every random choice, from 0 to 2^32 - 1. */
  readonly seed?: number;
  /** What to compute on. */
  readonly backend?: BackendName;
  /** Folder of one's own data instead of MNIST. */
  readonly data?: string;
  /** Port of this machine to show the run on; absent to show it nowhere. */
  readonly dashboard?: number;
}

/** What holds where the user says nothing. */
export interface TrainDefaults {
  /** Default of `--preset`. */
  readonly preset: PresetName;
  /** Default of `--models`. */
  readonly models: string;
  /** Default of `--workers`. */
  readonly workers: number;
  /** For the help: what that preset has for the options that it decides. */
  readonly fromPreset: Readonly<
    Record<
      | "epochs"
      | "batchSize"
      | "microbatchSize"
      | "latentDim"
      | "learningRate"
      | "seed",
      string
    >
  >;
}

/** The command line asks for nothing to be trained: it is wrong, or wants the help. */
export class CommandLineExit extends Error {
  /** What the process should end with: 0 after the help, 2 after a mistake. */
  readonly exitCode: 0 | 2;

  /**
   * Says why.
   *
   * @param message What to print: to standard output if the code is 0, else to standard error.
   * @param exitCode What to end with.
   */
  constructor(message: string, exitCode: 0 | 2) {
    super(message);
    this.name = "CommandLineExit";
    this.exitCode = exitCode;
  }
}

const LARGEST_SEED = 2 ** 32 - 1;

/** Where `--dashboard` serves by itself: beside the service's own 8000. */
const DASHBOARD_PORT = 8001;

const EXAMPLES = `
Examples:
  deno task train                            both models, the standard preset
  deno task train --preset smoke             both in under three minutes
  deno task train recognizer --epochs 5      the recognizer alone, briefly
  deno task train --data my-digits           one's own: IDX files, or pictures
                                             with a labels.csv
  deno task train --resume                   go on where the last run stopped
  deno task train --dashboard                watch it on http://127.0.0.1:8001/
`;

/**
 * Reads the command line.
 *
 * @param args The words after the command's name.
 * @param defaults What holds where they say nothing.
 * @throws {CommandLineExit} On `--help` (code 0), an unknown flag or a wrong value (code 2).
 *
 * @example
 * ```ts
 * import { parseTrainArguments } from "./options.ts";
 * import assert from "node:assert/strict";
 *
 * const defaults = {
 *   preset: "standard", models: "models", workers: 2,
 *   fromPreset: { epochs: "10", batchSize: "128", microbatchSize: "32", latentDim: "64", learningRate: "0.001", seed: "1" },
 * } as const;
 * const asked = parseTrainArguments(["gan", "--epochs", "5"], defaults);
 * assert.equal(asked.target, "gan");
 * assert.equal(asked.epochs, 5);
 * assert.throws(() => parseTrainArguments(["--epochs", "many"], defaults), /many/);
 * ```
 */
export function parseTrainArguments(
  args: readonly string[],
  defaults: TrainDefaults,
): TrainArguments {
  const printed: string[] = [];
  const command = makeCommand(defaults).exitOverride().configureOutput({
    writeOut: (text) => printed.push(text),
    writeErr: (text) => printed.push(text),
  });
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new CommandLineExit(
      printed.join("").trimEnd(),
      error.exitCode === 0 ? 0 : 2,
    );
  }
  const [target] = command.processedArgs as [Target];
  const { dashboard, ...options } = command.opts<
    & Omit<TrainArguments, "target" | "dashboard">
    & { dashboard?: number | true }
  >();
  if (dashboard === undefined) return { target, ...options };
  const port = dashboard === true ? DASHBOARD_PORT : dashboard;
  return { target, ...options, dashboard: port };
}

function makeCommand(defaults: TrainDefaults): Command {
  const { fromPreset } = defaults;
  /** An option that the preset decides unless it is given. */
  const decided = (flags: string, what: string, value: string) =>
    new Option(
      flags,
      `${what} (default: the preset's, in ${defaults.preset} ${value})`,
    );
  return new Command("deno task train")
    .description(
      "Trains a generator and a recognizer of handwritten digits, and writes\n" +
        "them as small int8 models.",
    )
    .addArgument(
      new Argument("[what]", "what to train").choices(TARGETS).default("all"),
    )
    .addOption(
      new Option("--preset <name>", "hyperparameters to start from")
        .choices(PRESET_NAMES).default(defaults.preset),
    )
    .addOption(
      decided("--epochs <n>", "passes over the images", fromPreset.epochs)
        .argParser((text) => parseInteger(text, 1, 100_000)),
    )
    .addOption(
      decided("--batch-size <n>", "images a step", fromPreset.batchSize)
        .argParser((text) => parseInteger(text, 1, 60_000)),
    )
    .addOption(
      decided(
        "--microbatch-size <n>",
        "images that a worker computes at a time, and batch norm measures over",
        fromPreset.microbatchSize,
      ).argParser((text) => parseInteger(text, 1, 60_000)),
    )
    .addOption(
      decided("--latent-dim <n>", "generator's latent", fromPreset.latentDim)
        .argParser((text) => parseInteger(text, 1, 1_024)),
    )
    .addOption(
      decided("--learning-rate <x>", "step size", fromPreset.learningRate)
        .argParser((text) => parsePositive(text, 1)),
    )
    .addOption(
      decided("--seed <n>", "of all random choices", fromPreset.seed)
        .argParser((text) => parseInteger(text, 0, LARGEST_SEED)),
    )
    .addOption(
      new Option(
        "--workers <n>",
        "processor cores to use; the models do not depend on it",
      )
        .argParser((text) => parseInteger(text, 1, 256))
        .default(defaults.workers),
    )
    .addOption(
      new Option(
        "--backend <name>",
        "what to compute on (default: webgpu where there is a GPU, else wasm)",
      ).choices(BACKENDS),
    )
    .addOption(
      new Option(
        "--data <folder>",
        "one's own labelled digits (default: MNIST)",
      ),
    )
    .addOption(
      new Option(
        "--out <folder>",
        "where log, checkpoints and pictures go (default: runs/<preset>)",
      ),
    )
    .addOption(
      new Option("--models <folder>", "where finished models go")
        .default(defaults.models),
    )
    .addOption(
      new Option("--resume", "go on from the latest checkpoint in --out")
        .default(false),
    )
    .addOption(
      new Option("--checkpoint-seconds <n>", "from one checkpoint to the next")
        .argParser((text) => parsePositive(text, 86_400)).default(60),
    )
    .addOption(
      new Option("--overwrite", "discard the checkpoints in --out")
        .default(false).conflicts("resume"),
    )
    .addOption(
      new Option(
        "--dashboard [port]",
        "serve curves and pictures of the run to this machine while it trains " +
          `(default port: ${DASHBOARD_PORT}); they are in --out's report.html ` +
          "afterwards in any case",
      ).argParser((text) => parseInteger(text, 1, 65_535)),
    )
    .helpOption("-h, --help", "show this and end")
    .showHelpAfterError("See deno task train --help.")
    .addHelpText("after", EXAMPLES);
}
