/**
 * The command line of `deno task train`: from arguments to typed options, or an
 * error that says what was found. It reads no files, creates no configuration
 * and does not exit: train/main.ts does.
 *
 * @module
 */

import { Argument, Command, CommanderError, Option } from "commander";
import { standardConfig } from "../config.ts";
import {
  type OptionRow,
  OPTIONS,
  type Target,
  TARGETS,
  type TrainOptions,
} from "./options.ts";

/**
 * Thrown if the command line starts no training because it is wrong or asks for
 * help.
 */
export class CommandLineExit extends Error {
  /** The process's exit code: 0 after printing the help, 2 after a mistake. */
  readonly exitCode: 0 | 2;

  /**
   * Creates the error.
   *
   * @param message What to print: to standard output if the code is 0, else to standard error.
   * @param exitCode The process's exit code.
   */
  constructor(message: string, exitCode: 0 | 2) {
    super(message);
    this.name = "CommandLineExit";
    this.exitCode = exitCode;
  }
}

const EXAMPLES = `
Examples:
  deno task train                            both models, the standard preset
  deno task train --preset smoke             both in a few minutes, to check
                                             that training works
  deno task train recognizer --epochs 5      the recognizer alone, briefly
  deno task train --data my-digits           your own digits: IDX files, a CSV
                                             or pictures
  deno task train --resume                   continue where the last run stopped
  deno task train --dashboard                watch it on http://127.0.0.1:8001/

Exit codes: 0 trained and installed, 1 failed, 2 wrong options, 3 trained but
not installed (the reason is printed), 130 stopped by Ctrl-C with a checkpoint.
`;

/**
 * Parses the command line.
 *
 * @param args The arguments after the command's name.
 * @throws {CommandLineExit} On `--help` (code 0), an unknown option or a wrong value (code 2).
 *
 * @example
 * ```ts
 * import { parseOptions } from "./parse.ts";
 * import assert from "node:assert/strict";
 *
 * const options = parseOptions(["gan", "--epochs", "5"]);
 * assert.equal(options.target, "gan");
 * assert.equal(options.epochs, 5);
 * assert.throws(() => parseOptions(["--epochs", "many"]), /many/);
 * ```
 */
export function parseOptions(args: readonly string[]): TrainOptions {
  const printed: string[] = [];
  const command = makeCommand().exitOverride().configureOutput({
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
  return { target, ...command.opts<Omit<TrainOptions, "target">>() };
}

function makeCommand(): Command {
  const command = new Command("deno task train")
    .description(
      "Trains a generator and a recognizer of handwritten digits, and writes\n" +
        "them as small int8 models.",
    )
    .addArgument(
      new Argument("[what]", "what to train").choices(TARGETS).default("all"),
    );
  for (const [, row] of OPTIONS) {
    const option = new Option(row.flags, helpText(row));
    if (row.read) option.argParser(row.read);
    if (row.choices) option.choices(row.choices);
    if (row.default !== undefined) option.default(row.default);
    if (row.bare !== undefined) option.preset(row.bare);
    if (row.conflicts !== undefined) option.conflicts(row.conflicts);
    command.addOption(option);
  }
  return command
    .helpOption("-h, --help", "show this help")
    .showHelpAfterError("See deno task train --help.")
    .configureHelp({ optionDescription: ({ description }) => description })
    .addHelpText("after", EXAMPLES);
}

/** An option's help text: what it is for, its choices, its default. */
function helpText(row: OptionRow): string {
  const choices = row.choices ? `: ${row.choices.join(", ")}` : "";
  const value = row.sets
    ? `the preset's, in standard ${standardValue(row.sets)}`
    : row.otherwise ?? (row.default || undefined);
  const otherwise = value === undefined ? "" : ` (default: ${value})`;
  return `${row.help}${choices}${otherwise}`;
}

/**
 * A hyperparameter's value in the standard preset, for each model if they
 * differ.
 */
function standardValue(name: string): string {
  const valueIn = (config: object): unknown =>
    (config as Record<string, unknown>)[name];
  const { gan, recognizer } = standardConfig;
  const found = Object.entries({ run: standardConfig, GAN: gan, recognizer })
    .map(([of, config]) => [of, valueIn(config)] as const)
    .filter(([, value]) => value !== undefined);
  return new Set(found.map(([, value]) => value)).size === 1
    ? String(found[0]![1])
    : found.map(([of, value]) => `${value} for the ${of}`).join(", ");
}
