/**
 * Reads only what a log has gained since the last look, so that following a
 * long run costs no more than following a short one.
 *
 * @module
 */

import type { LogRecord } from "../report/jsonl_log.ts";

/** The result of reading a log. */
export interface LogNews {
  /** Whether the log starts over: what was read before is no longer valid. */
  readonly isNew: boolean;
  /** Complete lines since the last read, parsed. */
  readonly records: readonly LogRecord[];
}

/**
 * Follows a log that the trainer appends to and, when a run is resumed,
 * truncates.
 */
export class LogTail {
  readonly #path: string;
  #position = 0;

  /**
   * Starts before the first line.
   *
   * @param path The log; a missing file counts as empty.
   */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Reads new lines.
   *
   * @throws {SyntaxError} If a line is not a JSON object: the log was truncated
   *   and has grown past the last position since. Call {@linkcode
   *   LogTail.rewind} and read again.
   */
  read(): LogNews {
    const bytes = this.#rest();
    const isNew = bytes === null;
    if (isNew) this.rewind();
    const rest = bytes ?? this.#rest() ?? new Uint8Array();
    // The last line may still be incomplete.
    const end = rest.lastIndexOf(0x0a) + 1;
    const lines = new TextDecoder().decode(rest.subarray(0, end)).split("\n");
    const records = lines.slice(0, -1).map(parseLine);
    this.#position += end;
    return { isNew, records };
  }

  /** Returns to before the first line. */
  rewind(): void {
    this.#position = 0;
  }

  /** The bytes after the position; null if the log ends before it. */
  #rest(): Uint8Array | null {
    let file: Deno.FsFile;
    try {
      file = Deno.openSync(this.#path);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      return this.#position === 0 ? new Uint8Array() : null;
    }
    try {
      const { size } = file.statSync();
      if (size < this.#position) return null;
      const bytes = new Uint8Array(size - this.#position);
      file.seekSync(this.#position, Deno.SeekMode.Start);
      let length = 0;
      for (
        let read: number | null = 0;
        read !== null && length < bytes.length;
      ) {
        read = file.readSync(bytes.subarray(length));
        length += read ?? 0;
      }
      return bytes.subarray(0, length);
    } finally {
      file.close();
    }
  }
}

function parseLine(line: string): LogRecord {
  const value: unknown = JSON.parse(line);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as LogRecord;
  }
  throw new SyntaxError(`${line.slice(0, 40)}, expected a JSON object`);
}
