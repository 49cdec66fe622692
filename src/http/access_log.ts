/**
 * The log: a line of JSON for each request, and for each unexpected error.
 *
 * @module
 */

import type { MiddlewareHandler } from "hono";
import { clientAddress } from "./client.ts";

/** Severity of a line. */
export type Severity = "error" | "warn" | "info";

/** Writes a line; drops it if it is below the level. */
export type Log = (
  severity: Severity,
  fields: Readonly<Record<string, unknown>>,
) => void;

const encoder = new TextEncoder();

const SEVERITIES = ["info", "warn", "error"] as const;

/**
 * Creates a log. A line that cannot be written, since a disk is full or a reader
 * is gone, is dropped: requests are answered all the same.
 *
 * @param level The least severity that is written, or `off`.
 * @param write Writes a line, by default to the standard output.
 * @param now Returns the time, by default the clock's.
 * @param onFailure Called with the first error of writing, by default writes it
 * to the standard error.
 *
 * @example
 * ```ts
 * import { createLog } from "./access_log.ts";
 * import assert from "node:assert/strict";
 *
 * const lines: string[] = [];
 * const log = createLog("warn", (line) => lines.push(line), () => new Date(0));
 * log("info", { status: 200 });
 * log("error", { status: 500 });
 * assert.deepEqual(lines, [
 *   '{"time":"1970-01-01T00:00:00.000Z","level":"error","status":500}',
 * ]);
 * ```
 */
export function createLog(
  level: Severity | "off",
  write: (line: string) => void = writeLine,
  now: () => Date = () => new Date(),
  onFailure: (error: unknown) => void = (error) =>
    console.error("The log cannot be written.", error),
): Log {
  const least = level === "off" ? Infinity : SEVERITIES.indexOf(level);
  let hasFailed = false;
  return (severity, fields) => {
    if (SEVERITIES.indexOf(severity) < least) return;
    const line = JSON.stringify({ time: now(), level: severity, ...fields });
    try {
      write(line);
    } catch (error) {
      if (!hasFailed) onFailure(error);
      hasFailed = true;
    }
  };
}

/** Writes a line to the standard output; console.log() would format it first. */
function writeLine(line: string): void {
  let bytes = encoder.encode(`${line}\n`);
  while (bytes.length > 0) {
    bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
  }
}

/**
 * Middleware that logs each request with its id: answers of 500 and more as
 * errors, other refusals as warnings. Queries and bodies are not logged.
 *
 * @param log Writes the line.
 * @param proxies As for {@linkcode clientAddress}.
 */
export function accessLog(log: Log, proxies: number): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const { status } = c.res;
    log(status >= 500 ? "error" : status >= 400 ? "warn" : "info", {
      id: c.get("requestId"),
      client: clientAddress(c, proxies),
      method: c.req.method,
      path: c.req.path.slice(0, 200),
      status,
      ms: Number((performance.now() - start).toFixed(3)),
    });
  };
}
