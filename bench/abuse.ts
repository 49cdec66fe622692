/**
 * `deno task load:abuse [requests] [rest] [kind...] [--bundle]`: measures how
 * much memory the service retains after damaged pictures and bodies, with log
 * and metrics on.
 *
 * Prints resident memory after good requests of every kind, after the damaged
 * ones, and every 15 seconds of `rest`. Exits with 1 if an answer was a 5xx, or
 * if memory grew by more than a tenth.
 *
 * @module
 */

import { damaged, DAMAGED_KINDS, type DamagedKind } from "./load/damaged.ts";
import { GOOD } from "./load/requests.ts";
import { residentMegabytes, startService } from "./load/service.ts";
import { countArgument } from "./count_argument.ts";

/** Requests in flight. */
const CONCURRENT = 16;

/**
 * Good requests before the measurement, so that everything loaded on demand is
 * loaded.
 */
const WARM = 2000;

/** Seconds between two measurements at rest. */
const STEP = 15;

/** The maximum growth of memory. */
const MOST_KEPT = 1.1;

/**
 * Sends requests, some at once.
 *
 * @returns How many answers had each status.
 */
async function send(
  count: number,
  request: (index: number) => Promise<Response>,
): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let next = 0;
  const work = async () => {
    while (next < count) {
      const response = await request(next++);
      await response.bytes();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, work));
  return statuses;
}

function goodRequest(origin: string, index: number): Promise<Response> {
  const { method, path, headers = {}, body } = GOOD[index % GOOD.length]!;
  const init = { method, headers, body: body ? new Uint8Array(body) : null };
  return fetch(origin + path, init);
}

function damagedRequest(
  origin: string,
  kinds: readonly DamagedKind[],
  index: number,
): Promise<Response> {
  const { type, body } = damaged(kinds[index % kinds.length]!, index);
  const headers = { "Content-Type": type };
  return fetch(`${origin}/recognize`, { method: "POST", headers, body });
}

const pause = (seconds: number) =>
  new Promise((resolve) => setTimeout(resolve, 1000 * seconds));

function isKind(text: string): text is DamagedKind {
  return DAMAGED_KINDS.some((kind) => kind === text);
}

if (import.meta.main) {
  const args = Deno.args.filter((arg) => arg !== "--bundle");
  const count = countArgument("requests", args[0], 25_000);
  const rest = countArgument("rest", args[1], 90, 0);
  const named = args.slice(2).filter(isKind);
  const kinds = named.length > 0 ? named : DAMAGED_KINDS;
  const service = await startService(Deno.args.includes("--bundle"));
  const { origin, pid } = service;
  const memory = () => residentMegabytes(pid).toFixed(0);
  const report = (what: string) => console.log(`${what}: ${memory()} MB`);

  report("after start");
  await send(WARM, (index) => goodRequest(origin, index));
  report(`after ${WARM} good requests`);
  // The second thread ends after 30 idle seconds.
  await pause(45);
  report("after 45 s of rest");
  const before = residentMegabytes(pid);
  const began = performance.now();
  const statuses = await send(
    count,
    (index) => damagedRequest(origin, kinds, index),
  );
  const took = (performance.now() - began) / 1000;
  const answers = [...statuses].sort(([a], [b]) => a - b)
    .map(([status, times]) => `${times} x ${status}`).join(", ");
  console.log(
    `${count} damaged (${kinds}) in ${took.toFixed(0)} s: ${answers}`,
  );
  report("then");
  for (let seconds = STEP; seconds <= rest; seconds += STEP) {
    await pause(STEP);
    report(`after ${seconds} s of rest`);
  }
  const after = residentMegabytes(pid);
  await service.stop();
  const failed = [...statuses.keys()].some((status) => status >= 500);
  if (failed || after > before * MOST_KEPT) Deno.exitCode = 1;
}
