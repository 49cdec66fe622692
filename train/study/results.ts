/**
 * A study's results, written after each recognizer, so that a stopped study can
 * continue.
 *
 * @module
 */

import { dirname, join } from "node:path";
import { UsageError } from "../errors.ts";
import { writeAtomically } from "../report/atomic_write.ts";
import { type Arm, ARMS, type StudySettings } from "./arms.ts";

/** The result of one recognizer. */
export interface StudyResult {
  /** Labelled images that it, and its generator, learned from. */
  readonly labels: number;
  /** Seed of all random choices. */
  readonly seed: number;
  /** How it was trained. */
  readonly arm: Arm;
  /** Shares from 0 to 1, by what was read. */
  readonly accuracy: Readonly<Record<string, number>>;
}

/** Mean and spread over the seeds. */
export interface Summary {
  /** Labelled images. */
  readonly labels: number;
  /** How the recognizers were trained. */
  readonly arm: Arm;
  /** What was read. */
  readonly measure: string;
  /** Number of recognizers, one per seed. */
  readonly seeds: number;
  /** Mean accuracy. */
  readonly mean: number;
  /** Least and greatest accuracy. */
  readonly range: readonly [least: number, greatest: number];
}

/** The results of a folder. */
export class StudyResults {
  readonly #path: string;
  readonly #settings: StudySettings;
  readonly #rows: StudyResult[];

  private constructor(
    path: string,
    settings: StudySettings,
    rows: StudyResult[],
  ) {
    this.#path = path;
    this.#settings = settings;
    this.#rows = rows;
  }

  /**
   * Reads what the folder has, or starts with nothing.
   *
   * @throws {UsageError} if its results have other settings.
   * @throws {SyntaxError} if the file is damaged.
   */
  static async open(
    folder: string,
    settings: StudySettings,
  ): Promise<StudyResults> {
    const path = join(folder, "results.json");
    let text: string;
    try {
      text = await Deno.readTextFile(path);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      return new StudyResults(path, settings, []);
    }
    const found: { settings: StudySettings; rows: StudyResult[] } = JSON.parse(
      text,
    );
    const [before, now] = [found.settings, settings].map((s) =>
      JSON.stringify(s)
    );
    if (before !== now) {
      throw new UsageError(
        `${path} is of ${before}, now ${now}: choose another --out folder`,
      );
    }
    return new StudyResults(path, settings, found.rows);
  }

  /** All rows so far. */
  get rows(): readonly StudyResult[] {
    return this.#rows;
  }

  /** Whether a recognizer was measured. */
  has({ labels, seed, arm }: Omit<StudyResult, "accuracy">): boolean {
    return this.#rows.some((row) =>
      row.labels === labels && row.seed === seed && row.arm === arm
    );
  }

  /** Adds a row and writes the file. */
  async add(row: StudyResult): Promise<void> {
    this.#rows.push(row);
    await Deno.mkdir(dirname(this.#path), { recursive: true });
    const all = { settings: this.#settings, rows: this.#rows };
    await writeAtomically(this.#path, JSON.stringify(all, null, 1));
  }
}

/** Means and spreads, by what was read, then by labels, then by arm. */
export function summarize(rows: readonly StudyResult[]): Summary[] {
  const measures = [
    ...new Set(rows.flatMap(({ accuracy }) => Object.keys(accuracy))),
  ];
  const counts = [...new Set(rows.map(({ labels }) => labels))]
    .sort((a, b) => a - b);
  return measures.flatMap((measure) =>
    counts.flatMap((labels) =>
      ARMS.flatMap((arm): Summary[] => {
        const values = rows
          .filter((row) => row.labels === labels && row.arm === arm)
          .flatMap(({ accuracy }) => accuracy[measure] ?? []);
        if (values.length === 0) return [];
        const mean = values.reduce((a, b) => a + b) / values.length;
        const range = [Math.min(...values), Math.max(...values)] as const;
        return [{ labels, arm, measure, seeds: values.length, mean, range }];
      })
    )
  );
}
