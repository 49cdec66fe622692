/**
 * The options of `deno task train`: each with its help, its values and its
 * default. This is the only place that defines them. An option that sets a
 * hyperparameter names it; its default is the preset's value.
 *
 * @module
 */

import { BACKEND_NAMES } from "../backend/names.ts";
import {
  GAN_KINDS,
  type GanConfig,
  type RecognizerConfig,
  standardConfig,
  type TrainConfig,
} from "../config.ts";
import { PRESET_NAMES } from "../presets.ts";
import { integer, positive } from "./values.ts";

/** What can be trained. */
export const TARGETS = ["gan", "recognizer", "all"] as const;

/** A member of {@linkcode TARGETS}. */
export type Target = typeof TARGETS[number];

/** A hyperparameter of the run or of a model. */
type Hyperparameter =
  | keyof TrainConfig
  | keyof GanConfig
  | keyof RecognizerConfig;

/**
 * One option. With neither `read` nor `choices`, its value is a string or,
 * without `<value>`, a boolean.
 */
export interface OptionRow {
  /** In commander's syntax: `--name`, then `<value>` if it has one. */
  readonly flags: string;
  /** What it is for. */
  readonly help: string;
  /** Reads its value, or throws commander's `InvalidArgumentError`. */
  readonly read?: (text: string) => unknown;
  /** The values that it may have. */
  readonly choices?: readonly string[];
  /** Its value when not given. */
  readonly default?: string | number | boolean;
  /** Describes what happens without it, if there is no default value. */
  readonly otherwise?: string;
  /** Its value when given without one. */
  readonly bare?: string;
  /** The hyperparameter that it sets, in every trained model that has it. */
  readonly sets?: Hyperparameter;
  /** An option that it cannot be combined with. */
  readonly conflicts?: string;
}

/** Every option, by its name in the code. */
const TABLE = {
  preset: {
    flags: "--preset <name>",
    help: "hyperparameters to start from",
    choices: PRESET_NAMES,
    default: "standard",
  },
  gan: {
    flags: "--gan <kind>",
    help: "the GAN's losses, each with its own hyperparameters",
    choices: GAN_KINDS,
    default: standardConfig.gan.kind,
  },
  epochs: {
    flags: "--epochs <n>",
    help: "passes over the images; without it, small sets get more",
    read: integer(1, 100_000),
    sets: "epochs",
  },
  batchSize: {
    flags: "--batch-size <n>",
    help: "images per step",
    read: integer(1, 60_000),
    sets: "batchSize",
  },
  microbatchSize: {
    flags: "--microbatch-size <n>",
    help:
      "images that a worker computes at a time; batch norm averages over them",
    read: integer(1, 60_000),
    sets: "microbatchSize",
  },
  latentDim: {
    flags: "--latent-dim <n>",
    help: "size of the generator's latent",
    read: integer(1, 1_024),
    sets: "latentSize",
  },
  learningRate: {
    flags: "--learning-rate <x>",
    help: "Adam's step size",
    read: positive(1),
    sets: "learningRate",
  },
  seed: {
    flags: "--seed <n>",
    help: "seed of all random choices",
    read: integer(0, 2 ** 32 - 1),
    sets: "seed",
  },
  workers: {
    flags: "--workers <n>",
    help: "threads to compute with; the models do not depend on it",
    read: integer(1, 256),
    default: navigator.hardwareConcurrency,
  },
  backend: {
    flags: "--backend <name>",
    help: "where to compute",
    choices: BACKEND_NAMES,
    otherwise: "webgpu where there is a GPU, else wasm",
  },
  data: {
    flags: "--data <folder>",
    help: "your own labelled digits",
    otherwise: "MNIST",
  },
  out: {
    flags: "--out <folder>",
    help: "folder for the log, checkpoints and pictures",
    otherwise: "runs/<preset>",
  },
  models: {
    flags: "--models <folder>",
    help: "folder for finished models",
    default: "models",
  },
  install: {
    flags: "--install <when>",
    help:
      "which models replace those in --models; a model is better if it beats " +
      "chance and is no worse than the present one",
    choices: ["better", "always"],
    default: "better",
  },
  resume: {
    flags: "--resume",
    help: "continue from the latest checkpoint in --out",
    default: false,
  },
  checkpointSeconds: {
    flags: "--checkpoint-seconds <n>",
    help: "seconds between checkpoints",
    read: positive(86_400),
    default: 60,
  },
  overwrite: {
    flags: "--overwrite",
    help: "discard the checkpoints in --out",
    default: false,
    conflicts: "resume",
  },
  dashboard: {
    flags: "--dashboard [port]",
    help: "show the run's curves and pictures in a browser on this machine, " +
      "on port 8001 or another; afterwards they are in report.html in --out",
    read: integer(1, 65_535),
    bare: "8001",
    otherwise: "not served",
  },
} as const satisfies Readonly<Record<string, OptionRow>>;

type Table = typeof TABLE;

/** The name of an option. */
type OptionName = keyof Table;

/** The options with their names, for the parser and the configuration. */
export const OPTIONS: readonly (readonly [OptionName, OptionRow])[] = Object
  .entries(TABLE) as [OptionName, OptionRow][];

/** The type of an option's value. */
type Value<Row> = Row extends { readonly choices: readonly (infer C)[] } ? C
  : Row extends { readonly read: (text: string) => infer V } ? V
  : Row extends { readonly flags: `${string}<${string}>` } ? string
  : boolean;

/** The names of the options that always have a value. */
type Defaulted = {
  [K in OptionName]: Table[K] extends { readonly default: unknown } ? K
    : never;
}[OptionName];

/** A command line's options; those without a default may be absent. */
export type TrainOptions =
  & {
    /** What to train. */
    readonly target: Target;
  }
  & { readonly [K in Defaulted]: Value<Table[K]> }
  & { readonly [K in Exclude<OptionName, Defaulted>]?: Value<Table[K]> };
