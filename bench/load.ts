/**
 * `deno task load [seconds] [connections] [rest] [--rate N] [--bundle]`: a
 * sustained mix of good and bad requests against the service as users start it,
 * with its log and its metrics on; as fast as it answers, or N per second.
 *
 * Prints throughput, latency, refusals, and memory at the start, at the end and
 * after `rest` seconds. Exits with 1 if a good request failed, a bad one caused
 * a 500, or an answer took over two seconds.
 *
 * @module
 */

import autocannon from "autocannon";
import { parseArgs } from "node:util";
import { BAD, GOOD, type LoadRequest } from "./load/requests.ts";
import { residentMegabytes, startService } from "./load/service.ts";
import { countArgument } from "./count_argument.ts";

/** The part of autocannon's result that is used; the package has no types. */
interface Result {
  readonly requests: { readonly total: number; readonly average: number };
  /** In milliseconds. */
  readonly latency: {
    readonly p50: number;
    readonly p99: number;
    readonly max: number;
  };
  readonly statusCodeStats: Readonly<
    Record<string, { readonly count: number }>
  >;
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
}

/** How long an answer may take, in milliseconds. */
const MOST = 2000;

/** Seconds of rest after the load: the second thread ends after 30. */
const REST = 45;

/** One connection in four sends bad requests. */
const BAD_SHARE = 0.25;

/** Drives requests in turns, and counts their answers. */
async function drive(
  origin: string,
  requests: readonly LoadRequest[],
  connections: number,
  duration: number,
  rate: number | null = null,
): Promise<Result> {
  return await autocannon({
    url: origin,
    connections,
    duration,
    ...(rate === null ? {} : { overallRate: rate }),
    timeout: 10,
    // Each connection starts at another place in the list.
    setupClient: (client: { setRequests(requests: LoadRequest[]): void }) =>
      client.setRequests(rotated(requests)),
  });
}

let turn = 0;

function rotated(requests: readonly LoadRequest[]): LoadRequest[] {
  const from = turn++ % requests.length;
  return [...requests.slice(from), ...requests.slice(0, from)];
}

function print(what: string, result: Result): void {
  const { requests, latency, statusCodeStats, errors, timeouts } = result;
  const statuses = Object.entries(statusCodeStats)
    .map(([status, { count }]) => `${count} x ${status}`).join(", ");
  console.log(
    `${what}: ${requests.total} requests, ${requests.average.toFixed(0)}/s, ` +
      `p50 ${latency.p50} ms, p99 ${latency.p99} ms, at most ${latency.max} ms; ` +
      `${statuses}; ${errors} errors, ${timeouts} timeouts`,
  );
}

function countOf(result: Result, first: number): number {
  return Object.entries(result.statusCodeStats)
    .filter(([status]) => Math.floor(Number(status) / 100) === first)
    .reduce((sum, [, { count }]) => sum + count, 0);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { bundle: { type: "boolean" }, rate: { type: "string" } },
    allowPositionals: true,
  });
  const seconds = countArgument("seconds", positionals[0], 60);
  const connections = countArgument("connections", positionals[1], 16);
  const rest = countArgument("rest", positionals[2], REST, 0);
  const rate = values.rate === undefined
    ? null
    : countArgument("rate", values.rate, 1);
  const shareOf = (part: number) =>
    rate === null ? null : Math.max(1, Math.round(rate * part));
  const service = await startService(values.bundle ?? false);
  const memory = () => residentMegabytes(service.pid);
  const bad = Math.max(1, Math.round(connections * BAD_SHARE));

  const started = memory();
  // Sends every kind first, so that everything loaded on demand is loaded.
  await drive(service.origin, GOOD, 1, 3);
  const warm = memory();
  const samples: number[] = [];
  const sampling = setInterval(() => samples.push(memory()), 1000);
  const [good, refused] = await Promise.all([
    drive(
      service.origin,
      GOOD,
      connections - bad,
      seconds,
      shareOf(1 - BAD_SHARE),
    ),
    drive(service.origin, BAD, bad, seconds, shareOf(BAD_SHARE)),
  ]);
  clearInterval(sampling);
  const end = memory();
  await new Promise((resolve) => setTimeout(resolve, 1000 * rest));
  const rested = memory();
  await service.stop();

  print("good", good);
  print("bad", refused);
  const minutes = samples.filter((_, i) => i % 60 === 59)
    .map((value) => value.toFixed(0));
  console.log(
    `memory in MB: ${started.toFixed(0)} after start, ${
      warm.toFixed(0)
    } warm, ` +
      `at most ${Math.max(...samples).toFixed(0)}, ${
        end.toFixed(0)
      } at the end, ` +
      `${rested.toFixed(0)} after ${rest} s of rest` +
      (minutes.length > 0 ? `; each minute ${minutes.join(", ")}` : ""),
  );
  const lost = good.errors + good.timeouts + good.non2xx;
  const broken = countOf(refused, 5) + refused.errors + refused.timeouts;
  const slow = Math.max(good.latency.max, refused.latency.max) > MOST;
  if (lost + broken > 0 || slow) {
    console.error(
      `${lost} good requests failed, ${broken} bad ones were not refused` +
        (slow ? `, an answer took over ${MOST} ms` : ""),
    );
    Deno.exitCode = 1;
  }
}
