/**
 * A training run's log: one JSON object per line, append-only. A resumed run
 * first truncates it to its checkpoint, so no step appears twice. For files
 * that are replaced as a whole see atomic_write.ts.
 *
 * @module
 */

/** A line of the log. JSON has no NaN or infinity; they are written as null. */
export type LogRecord = Readonly<Record<string, unknown>>;

/**
 * A log file, open for appending.
 *
 * @example
 * ```ts
 * import { JsonlLog, readJsonlLog } from "./jsonl_log.ts";
 * import assert from "node:assert/strict";
 *
 * const path = await Deno.makeTempFile();
 * using log = JsonlLog.open(path);
 * log.append({ step: 1, loss: 2.3 });
 * const checkpoint = log.position;
 * log.append({ step: 2, loss: 2.2 });
 *
 * using resumed = JsonlLog.open(path, checkpoint);
 * resumed.append({ step: 2, loss: 2.2 });
 * assert.deepEqual(readJsonlLog(path).map((record) => record.step), [1, 2]);
 * await Deno.remove(path);
 * ```
 */
export class JsonlLog {
  readonly #file: Deno.FsFile;
  #position: number;

  private constructor(file: Deno.FsFile, position: number) {
    this.#file = file;
    this.#position = position;
  }

  /**
   * Opens a log, creating the file if necessary, and truncates it to a
   * position.
   *
   * @param path The file; its folder must exist.
   * @param position Bytes to keep, from an earlier log's {@linkcode
   *   JsonlLog.position}; the default 0 starts an empty log.
   * @throws {RangeError} If the file is shorter than that.
   * @throws {SyntaxError} If the position is not at the end of a line.
   * @throws {Deno.errors.NotFound} If the folder does not exist.
   */
  static open(path: string, position = 0): JsonlLog {
    const file = Deno.openSync(path, { read: true, write: true, create: true });
    try {
      checkPosition(file, path, position);
      file.truncateSync(position);
      file.seekSync(position, Deno.SeekMode.Start);
    } catch (error) {
      file.close();
      throw error;
    }
    return new JsonlLog(file, position);
  }

  /** Bytes in the log; a checkpoint stores it, to resume from. */
  get position(): number {
    return this.#position;
  }

  /**
   * Appends one line and hands it to the system at once, so that it survives
   * the end of this process.
   *
   * @throws {TypeError} If the record has no JSON form (a cycle, a bigint).
   */
  append(record: LogRecord): void {
    const line = new TextEncoder().encode(JSON.stringify(record) + "\n");
    for (let written = 0; written < line.length;) {
      written += this.#file.writeSync(line.subarray(written));
    }
    this.#position += line.length;
  }

  /**
   * Flushes to disk, so that the lines survive a power cut too. Call it before
   * writing a checkpoint that stores {@linkcode JsonlLog.position}, or the
   * checkpoint may point beyond the end.
   */
  sync(): void {
    this.#file.syncSync();
  }

  /** Closes the file. */
  [Symbol.dispose](): void {
    this.#file.close();
  }
}

/**
 * Reads a log. Omits a last line without a line end, which a killed run may
 * leave.
 *
 * @param path The log file.
 * @throws {SyntaxError} If a line is not a JSON object; the message names the
 *   line.
 */
export function readJsonlLog(path: string): LogRecord[] {
  const lines = Deno.readTextFileSync(path).split("\n").slice(0, -1);
  return lines.map((line, i) => parseLine(line, `${path}:${i + 1}`));
}

function parseLine(line: string, where: string): LogRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new SyntaxError(`${where}: not JSON: ${line.slice(0, 40)}`, {
      cause,
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new SyntaxError(
      `${where}: ${line.slice(0, 40)}, expected a JSON object`,
    );
  }
  return value as LogRecord;
}

function checkPosition(
  file: Deno.FsFile,
  path: string,
  position: number,
): void {
  const { size } = file.statSync();
  if (!Number.isInteger(position) || position < 0 || position > size) {
    throw new RangeError(
      `${path} has ${size} bytes, expected at least ${position}`,
    );
  }
  if (position === 0) return;
  const last = new Uint8Array(1);
  file.seekSync(position - 1, Deno.SeekMode.Start);
  file.readSync(last);
  if (last[0] !== 0x0a) {
    throw new SyntaxError(
      `${path}: no line ends at byte ${position}: another run's log?`,
    );
  }
}
