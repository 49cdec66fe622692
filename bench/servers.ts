/**
 * Servers to measure, each in a process of its own.
 *
 * @module
 */

/** One blank digit image. */
export const PIXEL_BODY = new Uint8Array(784);

/** A running server. */
export interface RunningServer {
  /** Where it answers. */
  readonly origin: string;
  /** Its port. */
  readonly port: number;
  /** Its process. */
  readonly pid: number;
  /** Stops it. */
  readonly stop: () => Promise<void>;
}

/** What each kind of server runs. */
const PROGRAMS = { ours: "main.ts", bare: "bench/bare.ts" };

/**
 * Starts a server on a free port.
 *
 * @param kind Ours, or the least that Hono can be asked for.
 */
export async function startServer(
  kind: keyof typeof PROGRAMS,
): Promise<RunningServer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-check",
      "--allow-net",
      "--allow-env=PORT",
      "--allow-read=models,static",
      PROGRAMS[kind],
    ],
    cwd: new URL("../", import.meta.url),
    env: { PORT: "0", NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream());
  let told = "";
  for await (const text of lines.values({ preventCancel: true })) {
    told += text;
    if (/:\d+\/?\s/.test(told)) break;
  }
  const port = Number(/:(\d+)\/?\s/.exec(told)?.[1]);
  if (!Number.isInteger(port)) throw new Error(`${kind} told no port: ${told}`);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async stop() {
      child.kill("SIGKILL");
      await child.status;
      await lines.cancel();
    },
  };
}

/**
 * Processor time that a process has taken so far, all threads together, in
 * milliseconds. Unlike time on the clock it says much the same on a busy
 * machine.
 *
 * @param pid The process; Linux only.
 */
export async function processorTime(pid: number): Promise<number> {
  let nanoseconds = 0;
  for await (const { name } of Deno.readDir(`/proc/${pid}/task`)) {
    const path = `/proc/${pid}/task/${name}/schedstat`;
    const text = await Deno.readTextFile(path).catch(() => "0");
    nanoseconds += Number(text.split(" ")[0]);
  }
  return nanoseconds / 1e6;
}
