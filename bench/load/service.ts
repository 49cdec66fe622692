/**
 * The service as users start it, in its own process.
 *
 * @module
 */

import { listeningPort } from "../../tools/listening_port.ts";

/** A running service. */
export interface RunningService {
  /** Its origin. */
  readonly origin: string;
  /** Its process. */
  readonly pid: number;
  /** Stops it. */
  readonly stop: () => Promise<void>;
}

const TOP = new URL("../../", import.meta.url);

/**
 * Starts the service on a free port as `deno task start` does.
 *
 * @param isBundled Whether to build and start the bundle.
 * @throws {Error} if it cannot be built or does not listen.
 */
export async function startService(
  isBundled: boolean,
): Promise<RunningService> {
  const { tasks } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", TOP)),
  );
  const [, ...args] = tasks.start.command.split(" ");
  if (isBundled) {
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "build"],
      cwd: TOP,
    }).output();
    if (!success) throw new Error("the bundle cannot be built");
    args[args.length - 1] = "dist/main.js";
  }
  const child = new Deno.Command(Deno.execPath(), {
    args,
    cwd: TOP,
    env: { PORT: "0", NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream());
  const port = await listeningPort(lines);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async stop() {
      child.kill("SIGTERM");
      await child.status;
      await lines.cancel();
    },
  };
}

/**
 * Resident memory of a process in MB.
 *
 * @param pid The process; Linux only.
 */
export function residentMegabytes(pid: number): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
