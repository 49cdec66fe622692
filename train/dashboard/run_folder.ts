/**
 * Reads a run's folder while the run writes it: logs, plans and pictures.
 * Training knows nothing about this reader.
 *
 * @module
 */

import { join } from "node:path";
import {
  LOG_FILE,
  PLAN_FILE,
  SAMPLES_FOLDER,
  type StageName,
  type StagePlan,
  STAGES,
} from "../report/run_layout.ts";
import { LogTail } from "./log_tail.ts";
import type { Picture, StageData } from "./run_data.ts";
import { StageHistory } from "./stage_history.ts";

/** Follows one run. */
export class RunFolder {
  readonly #stages: readonly Stage[];

  /**
   * Starts with nothing read.
   *
   * @param folder The run's folder; it may not exist yet.
   * @param since Omits stages whose log was last written before this: they
   *   belong to an earlier run. By default, omits none.
   */
  constructor(folder: string, since?: Date) {
    this.#stages = STAGES.map((name) => new Stage(folder, name, since));
  }

  /** Reads what is new and returns the stages that changed. */
  read(): StageData[] {
    return this.#stages.filter((stage) => stage.read())
      .map((stage) => stage.data());
  }

  /** The stages that have started, as last read. */
  stages(): StageData[] {
    return this.#stages.filter((stage) => stage.begun)
      .map((stage) => stage.data());
  }
}

/** Follows one stage. */
class Stage {
  readonly #folder: string;
  readonly #name: StageName;
  readonly #since: Date | undefined;
  readonly #log: LogTail;
  #history = new StageHistory();
  #plan: StagePlan | null = null;
  #pictures: readonly Picture[] = [];

  constructor(folder: string, name: StageName, since: Date | undefined) {
    this.#folder = folder;
    this.#name = name;
    this.#since = since;
    this.#log = new LogTail(this.#path(LOG_FILE));
  }

  get begun(): boolean {
    return this.#history.step > 0;
  }

  /** Whether anything is new. */
  read(): boolean {
    if (this.#isOfEarlierRun()) return false;
    const hasNews = this.#readLog();
    const pictures = this.#findPictures();
    const arePicturesNew = pictures.length !== this.#pictures.length;
    this.#pictures = pictures;
    if (hasNews) this.#plan = readPlan(this.#path(PLAN_FILE));
    return hasNews || arePicturesNew;
  }

  data(): StageData {
    return this.#history.data(this.#name, this.#plan, this.#pictures);
  }

  #isOfEarlierRun(): boolean {
    if (this.#since === undefined) return false;
    const modified = ifFound(() => Deno.statSync(this.#path(LOG_FILE)).mtime);
    return !modified || modified < this.#since;
  }

  #readLog(): boolean {
    try {
      return this.#takeIn();
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) {
        throw error;
      }
      // A resumed run truncated the log, and it has grown since.
      this.#log.rewind();
      this.#history = new StageHistory();
      return this.#takeIn();
    }
  }

  #takeIn(): boolean {
    const { isNew, records } = this.#log.read();
    if (isNew) this.#history = new StageHistory();
    for (const record of records) this.#history.add(record);
    return isNew || records.length > 0;
  }

  /**
   * A picture of a step that was not evaluated, or is not in the log, belongs
   * to an earlier run.
   */
  #findPictures(): Picture[] {
    const { evaluated } = this.#history;
    const entries = ifFound(
      () => [...Deno.readDirSync(this.#path(SAMPLES_FOLDER))],
    );
    return (entries ?? [])
      .flatMap(({ name }) => /^step-(\d+)\.png$/.exec(name)?.[1] ?? [])
      .map(Number).filter((step) => evaluated.has(step))
      .sort((a, b) => a - b)
      .map((step) => ({ step, url: `/samples/${this.#name}/${step}.png` }));
  }

  #path(name: string): string {
    return join(this.#folder, this.#name, name);
  }
}

/**
 * The plan in a file; null if there is none, as in folders of earlier versions.
 */
function readPlan(path: string): StagePlan | null {
  const text = ifFound(() => Deno.readTextFileSync(path));
  if (text === undefined) return null;
  const { totalSteps, imagesPerStep } = JSON.parse(text);
  if (!isCount(totalSteps) || !isCount(imagesPerStep)) {
    throw new TypeError(
      `${path} is ${text.slice(0, 80)}, expected totalSteps and imagesPerStep`,
    );
  }
  return { totalSteps, imagesPerStep };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

function ifFound<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
