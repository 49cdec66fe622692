/**
 * Reads what a log has gained since it was last looked at, so that following a
 * long run costs no more than a short one.
 *
 * @module
 */

import type { LogRecord } from "../report/jsonl_log.ts";

/** What a look at a log found. */
export interface LogNews {
  /** Whether the log begins anew: what was read before holds no longer. */
  readonly isNew: boolean;
  /** Whole lines since the last look, parsed. */
  readonly records: readonly LogRecord[];
}

/**
 * Follows a log that another part of the program appends to and, when a run is
 * resumed, cuts off.
 */
export class LogTail {
  readonly #path: string;
  #position = 0;

  /**
   * Begins before the first line.
   *
   * @param path The log; it may be missing, which is as if it were empty.
   */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Reads on.
   *
   * @throws {SyntaxError} If a line is no JSON object: the log was cut off and
   *   has grown past the last look since. {@linkcode LogTail.rewind} helps.
   */
  read(): LogNews {
    const bytes = this.#rest();
    const isNew = bytes === null;
    if (isNew) this.rewind();
    const rest = bytes ?? this.#rest() ?? new Uint8Array();
    // The last line may still be on its way.
    const end = rest.lastIndexOf(0x0a) + 1;
    const lines = new TextDecoder().decode(rest.subarray(0, end)).split("\n");
    const records = lines.slice(0, -1).map(parseLine);
    this.#position += end;
    return { isNew, records };
  }

  /** Goes back before the first line. */
  rewind(): void {
    this.#position = 0;
  }

  /** The bytes behind the position; null if the log ends before it. */
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
