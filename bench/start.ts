/**
 * Time and memory from the start of a process to its first answer: ours, with
 * models, beside a bare Hono application.
 *
 * `deno run -A bench/start.ts [rounds]`. Both are started in turn, so that what
 * else the machine does touches both alike; the least of each is compared.
 *
 * @module
 */

import { PIXEL_BODY, processorTime, startServer } from "./servers.ts";

/** What each figure is, and its unit. */
const LABELS = {
  milliseconds: "first answer, ms",
  processor: "processor time, ms",
  peak: "peak memory, MB",
};

/** Starts a server, asks it once, and tells times and peak megabytes. */
async function measure(kind: "ours" | "bare") {
  const began = performance.now();
  const server = await startServer(kind);
  const response = await fetch(`${server.origin}/recognize`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: PIXEL_BODY,
  });
  await response.bytes();
  if (!response.ok) throw new Error(`${kind} answered ${response.status}`);
  const milliseconds = performance.now() - began;
  const processor = await processorTime(server.pid);
  const status = await Deno.readTextFile(`/proc/${server.pid}/status`);
  const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
  await server.stop();
  return { milliseconds, processor, peak };
}

if (import.meta.main) {
  const rounds = Number(Deno.args[0] ?? 20);
  const found = { bare: [], ours: [] } as Record<
    "bare" | "ours",
    Awaited<ReturnType<typeof measure>>[]
  >;
  for (let round = 0; round < rounds; round++) {
    for (const kind of ["bare", "ours"] as const) {
      found[kind].push(await measure(kind));
    }
  }
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[values.length >> 1]!;
  for (const field of ["milliseconds", "processor", "peak"] as const) {
    const bare = found.bare.map((item) => item[field]);
    const ours = found.ours.map((item) => item[field]);
    console.log(
      `${LABELS[field]}: bare ${Math.min(...bare).toFixed(1)} at best, ` +
        `${median(bare).toFixed(1)} in the middle; ` +
        `ours ${Math.min(...ours).toFixed(1)} and ${
          median(ours).toFixed(1)
        }; ` +
        `ratio ${(Math.min(...ours) / Math.min(...bare)).toFixed(2)} and ` +
        `${(median(ours) / median(bare)).toFixed(2)}`,
    );
  }
}
