/**
 * Installs trained models where the server finds them, if the guard allows it.
 *
 * @module
 */

import { join } from "node:path";
import type { TrainOptions } from "../cli/options.ts";
import type { DataParts } from "../data/parts.ts";
import { installModels, type NewModels } from "../models/folder.ts";
import { generatorObjection, recognizerObjection } from "./guard.ts";

/** Options of {@linkcode installBetter}. */
export interface InstallOptions
  extends Pick<TrainOptions, "install" | "models"> {
  /** Folder of the run; every model stays in its `models/`. */
  readonly run: string;
  /** What the models were trained on. */
  readonly data: DataParts;
  /** Prints a line for the user. */
  readonly say: (line: string) => void;
}

/**
 * Writes a run's models into the run's folder, and those that may be served
 * into the folder of models. The judge is installed together with the generator
 * that it judged.
 *
 * @returns Whether all of them were installed; if not, the reasons were
 * printed.
 */
export async function installBetter(
  made: NewModels,
  { install, models, run, data, say }: InstallOptions,
): Promise<boolean> {
  const kept = join(run, "models");
  await installModels(kept, made);
  const objections = install === "always"
    ? new Map<string, string>()
    : await findObjections(made, data, models);
  const { generator, judge, recognizer } = made;
  const accepted: NewModels = {
    ...(generator && !objections.has("generator") ? { generator } : {}),
    ...(judge && !objections.has("generator") ? { judge } : {}),
    ...(recognizer && !objections.has("recognizer") ? { recognizer } : {}),
  };
  if (Object.keys(accepted).length > 0) {
    for (const path of await installModels(models, accepted)) {
      say(`wrote ${path}`);
    }
  }
  for (const [name, reason] of objections) {
    say(
      `${name}: not installed: ${reason}. It is in ${kept}; the same ` +
        `command with --resume --install always installs it`,
    );
  }
  return objections.size === 0;
}

/** Reasons by the names of the models that may not be installed. */
async function findObjections(
  { generator, recognizer }: NewModels,
  data: DataParts,
  models: string,
): Promise<Map<string, string>> {
  const reasons = [
    [
      "generator",
      generator && await generatorObjection(generator, data, models),
    ],
    [
      "recognizer",
      recognizer && await recognizerObjection(recognizer, data, models),
    ],
  ] as const;
  return new Map(
    reasons.flatMap(([name, reason]) => reason ? [[name, reason]] : []),
  );
}
