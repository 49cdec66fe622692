/**
 * Time and memory from the start of a process to its first recognized digit:
 * the service from its sources and bundled, compared with a bare Hono
 * application.
 *
 * `deno run -A bench/start.ts [rounds]`. Starts are interleaved, so that other
 * load on the machine affects all alike. The bare application is started both
 * in this repository and in a separate folder without a lock file; the service
 * is compared with whichever did better.
 *
 * @module
 */

import { digitImage } from "./service/requests.ts";
import { processorTime, startServer } from "./servers.ts";
import { countArgument } from "./count_argument.ts";

const KINDS = ["bare", "alone", "sources", "bundle"] as const;

/** A kind of server. */
type Kind = typeof KINDS[number];

/** Limits on the time of a start, as multiples of a bare one's. */
const LIMITS: Partial<Record<Kind, number>> = { sources: 1.8, bundle: 1.3 };

/** Limit on resident memory, in megabytes. */
const MAX_MEGABYTES = 60;

/** The cost of one start. */
interface Start {
  /** Milliseconds until the first answer. */
  readonly milliseconds: number;
  /** Milliseconds of processor time, of all threads together. */
  readonly processor: number;
  /** Peak of resident memory, in megabytes. */
  readonly peak: number;
}

/** Minimum and median of a figure. */
type Summary = Readonly<Record<"least" | "middle", number>>;

/** Starts a server and has it recognize a digit. */
async function measure(kind: Kind, digit: Uint8Array): Promise<Start> {
  const server = await startServer(kind);
  const response = await fetch(`${server.origin}/recognize`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: Uint8Array.from(digit),
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

function summarize(starts: readonly Start[], figure: keyof Start): Summary {
  const sorted = starts.map((start) => start[figure]).toSorted((a, b) => a - b);
  return { least: sorted[0]!, middle: sorted[sorted.length >> 1]! };
}

/** Builds dist/, which may be out of date. */
async function buildBundle(): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "build"],
    cwd: new URL("../", import.meta.url),
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("deno task build failed");
}

if (import.meta.main) {
  const rounds = countArgument("rounds", Deno.args[0], 20);
  await buildBundle();
  const digit = digitImage();
  // One start that does not count, so that Deno's code cache is warm.
  for (const kind of KINDS) await measure(kind, digit);
  const starts = new Map(KINDS.map((kind) => [kind, [] as Start[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [kind, list] of starts) list.push(await measure(kind, digit));
  }
  const of = (kind: Kind, figure: keyof Start) =>
    summarize(starts.get(kind)!, figure);
  const bare = (figure: keyof Start, which: keyof Summary) =>
    Math.min(of("bare", figure)[which], of("alone", figure)[which]);

  console.log(
    `${rounds} starts each, least and middle; in parentheses the multiple of ` +
      "the better bare one",
  );
  for (const kind of KINDS) {
    const text = (figure: keyof Start) => {
      const { least, middle } = of(kind, figure);
      const ratio = (which: keyof Summary) =>
        (of(kind, figure)[which] / bare(figure, which)).toFixed(2);
      return `${least.toFixed(1)} and ${middle.toFixed(1)} ` +
        `(${ratio("least")} and ${ratio("middle")})`;
    };
    const limit = LIMITS[kind];
    console.log(
      `${kind.padEnd(7)} first answer, ms: ${text("milliseconds")}` +
        `${limit ? `, limit ${limit}` : ""}; ` +
        `processor, ms: ${text("processor")}; ` +
        `peak memory, MB: ${of(kind, "peak").middle.toFixed(1)}` +
        `${limit ? `, limit ${MAX_MEGABYTES}` : ""}`,
    );
  }
}
