/**
 * `deno task study`: measures what generated digits are worth. Trains
 * recognizers on few and on many labelled images, with and without augmentation
 * and the digits of a GAN that saw no other labels, and compares their
 * accuracy.
 *
 * Exit codes: 0 done, 1 failed, 2 wrong command line, 130 stopped by Ctrl-C;
 * the same command then continues.
 *
 * @module
 */

import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { initBackend } from "../backend/mod.ts";
import { requireFolder, requireWritable } from "../cli/folders.ts";
import { integer, positive } from "../cli/values.ts";
import { loadFolderParts, loadMnistParts } from "../data/parts.ts";
import { StoppedError, UsageError } from "../errors.ts";
import { writeAtomically } from "../report/atomic_write.ts";
import { makeStudyPage } from "./document.ts";
import { StudyResults, summarize } from "./results.ts";
import { runStudy, type StudyPlan } from "./study.ts";
import { studyTables } from "./table.ts";

/** The command line's options. */
interface Options {
  readonly labels: readonly number[];
  readonly seeds: number;
  readonly steps: number;
  readonly ganSteps: number;
  readonly generatedShare: number;
  readonly damaged: number;
  readonly pictures?: readonly string[];
  readonly data?: string;
  readonly out: string;
  readonly workers: number;
}

/** Parses numbers of labels; `all` is all of them. */
function labelCounts(text: string): number[] {
  return text.split(",").map((word) => {
    if (word === "all") return Infinity;
    const count = integer(10, 1e6)(word);
    if (count % 10 === 0) return count;
    throw new InvalidArgumentError("expected multiples of ten, or all");
  });
}

function makeCommand(): Command {
  return new Command("deno task study")
    .description(
      "Measures what generated digits are worth to a recognizer, by the number\n" +
        "of labelled images that it and the generator learn from.",
    )
    .addOption(
      new Option(
        "--labels <counts>",
        "labelled images, comma-separated, or all",
      )
        .argParser(labelCounts)
        .default([100, 1000, 10_000, Infinity], "100,1000,10000,all"),
    )
    .option("--seeds <n>", "repetitions, from seed 1", integer(1, 100), 3)
    .option("--steps <n>", "steps of each recognizer", integer(1, 1e6), 2000)
    .option("--gan-steps <n>", "steps of each GAN", integer(1, 1e6), 2570)
    .option(
      "--generated-share <x>",
      "share of a batch that is generated",
      positive(1),
      0.25,
    )
    .option(
      "--damaged <n>",
      "test images to read damaged",
      integer(0, 1e6),
      1000,
    )
    .option("--pictures <folders...>", "read these folders of pictures as well")
    .option("--data <folder>", "your own labelled digits (default: MNIST)")
    .option("--out <folder>", "results, checkpoints and report", "runs/study")
    .option(
      "--workers <n>",
      "threads to compute with",
      integer(1, 256),
      navigator.hardwareConcurrency,
    )
    .exitOverride((error) => Deno.exit(error.exitCode === 0 ? 0 : 2));
}

/**
 * Runs the command.
 *
 * @param args The words after the command's name.
 * @returns The exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  const command = makeCommand();
  command.parse([...args], { from: "user" });
  const options = command.opts<Options>();
  const stopping = new AbortController();
  const stop = (): void => {
    console.error("stopping");
    stopping.abort();
  };
  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
  try {
    const { steps, ganSteps, generatedShare, out } = options;
    const settings = { steps, ganSteps, generatedShare };
    await requireWritable("--out", out);
    await requireFolder("--data", options.data);
    for (const folder of options.pictures ?? []) {
      await requireFolder("--pictures", folder);
    }
    const results = await StudyResults.open(out, settings);
    await initBackend("wasm");
    const plan: StudyPlan = {
      labels: options.labels,
      seeds: options.seeds,
      damagedImages: options.damaged,
      pictures: options.pictures ?? [],
      data:
        await (options.data ? loadFolderParts(options.data) : loadMnistParts()),
    };
    await runStudy(plan, results, {
      folder: out,
      settings,
      backend: "wasm",
      workers: options.workers,
      signal: stopping.signal,
      say: (line) => console.error(line),
    });
    const summaries = summarize(results.rows);
    console.log(studyTables(summaries).join("\n"));
    const path = join(out, "report.html");
    await writeAtomically(path, await makeStudyPage(summaries, settings));
    console.error(`wrote ${path}`);
    return 0;
  } catch (error) {
    if (error instanceof StoppedError) {
      // Its message names a checkpoint, which only GANs have here.
      console.error(
        `stopped; the results so far are in ${options.out}. The same command ` +
          `continues, and trains an interrupted recognizer again`,
      );
      return 130;
    }
    console.error(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  } finally {
    Deno.removeSignalListener("SIGINT", stop);
    Deno.removeSignalListener("SIGTERM", stop);
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
