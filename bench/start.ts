/**
 * Time and memory from the start of a process to its first answer: ours, with
 * models, beside a bare Hono application.
 *
 * `deno run -A bench/start.ts [rounds]`. All are started in turn, so that what
 * else the machine does touches all alike. The bare application is started both
 * in this repository and in a folder of its own, without our lock file; ours is
 * compared with whichever did better.
 *
 * @module
 */

import { PIXEL_BODY, processorTime, startServer } from "./servers.ts";

/** What is measured, and its unit. */
const FIGURES = {
  milliseconds: "first answer, ms",
  processor: "processor time, ms",
  peak: "peak memory, MB",
} as const;

const KINDS = ["bare", "alone", "ours"] as const;

/** Most times that ours may take as long as a bare one. */
const TIMES = 1.3;

/** Most megabytes that may be resident. */
const MEGABYTES = 55;

type Start = Record<keyof typeof FIGURES, number>;

/** Starts a server, asks it once, and tells times and peak megabytes. */
async function measure(kind: (typeof KINDS)[number]): Promise<Start> {
  const server = await startServer(kind);
  const response = await fetch(`${server.origin}/recognize`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: PIXEL_BODY,
  });
  await response.bytes();
  if (!response.ok) throw new Error(`${kind} answered ${response.status}`);
  const milliseconds = performance.now() - server.began;
  const processor = await processorTime(server.pid);
  const status = await Deno.readTextFile(`/proc/${server.pid}/status`);
  const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
  await server.stop();
  return { milliseconds, processor, peak };
}

/** The least value, and the one in the middle. */
function summary(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[0]!, sorted[sorted.length >> 1]!];
}

if (import.meta.main) {
  const rounds = Number(Deno.args[0] ?? 20);
  const starts = Object.fromEntries(
    KINDS.map((kind) => [kind, [] as Start[]]),
  ) as Record<(typeof KINDS)[number], Start[]>;
  // Once before it counts: what Deno keeps of code that it has loaded is kept.
  for (const kind of KINDS) await measure(kind);
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS) starts[kind].push(await measure(kind));
  }
  console.log(`${rounds} starts each: least and middle`);
  for (const figure of Object.keys(FIGURES) as (keyof typeof FIGURES)[]) {
    const of = (kind: (typeof KINDS)[number]) =>
      summary(starts[kind].map((start) => start[figure]));
    const [bare, alone, ours] = [of("bare"), of("alone"), of("ours")];
    const ratio = (i: 0 | 1) =>
      (ours[i] / Math.min(bare[i], alone[i])).toFixed(2);
    const pair = ([least, middle]: [number, number]) =>
      `${least.toFixed(1)} and ${middle.toFixed(1)}`;
    const limit = figure === "peak"
      ? `limit ${MEGABYTES} MB`
      : `ratio ${ratio(0)} and ${ratio(1)}, limit ${TIMES}`;
    console.log(
      `${FIGURES[figure]}: bare ${pair(bare)}, bare alone ${pair(alone)}, ` +
        `ours ${pair(ours)} (${limit})`,
    );
  }
}
