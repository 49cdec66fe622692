/**
 * Time and memory from the start of a process to its first answer: ours, with
 * models, beside a bare Hono application.
 *
 * `deno run -A bench/start.ts [rounds]`. Both are started in turn, so that what
 * else the machine does touches both alike; the least of each is compared.
 *
 * @module
 */

import { PIXEL_BODY, startServer } from "./servers.ts";

/** Starts a server, asks it once, and tells milliseconds and peak megabytes. */
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
  const status = await Deno.readTextFile(`/proc/${server.pid}/status`);
  const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
  await server.stop();
  return { milliseconds, peak };
}

if (import.meta.main) {
  const rounds = Number(Deno.args[0] ?? 20);
  const found = { bare: [], ours: [] } as Record<
    "bare" | "ours",
    { milliseconds: number; peak: number }[]
  >;
  for (let round = 0; round < rounds; round++) {
    for (const kind of ["bare", "ours"] as const) {
      found[kind].push(await measure(kind));
    }
  }
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const times: number[] = [];
  for (const kind of ["bare", "ours"] as const) {
    const list = found[kind].map(({ milliseconds }) => milliseconds);
    const peak = median(found[kind].map((item) => item.peak));
    times.push(Math.min(...list));
    console.log(
      `${kind}: first answer after ${
        Math.min(...list).toFixed(1)
      } ms at best, ` +
        `${median(list).toFixed(1)} ms in the middle; peak ${
          peak.toFixed(1)
        } MB`,
    );
  }
  console.log(`ours / bare, at best: ${(times[1]! / times[0]!).toFixed(2)}`);
}
