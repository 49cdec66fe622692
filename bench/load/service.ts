/**
 * The service as users start it, in its own process.
 *
 * @module
 */

import { type RunningServer, spawnServer } from "../servers.ts";

const TOP = new URL("../../", import.meta.url);

/**
 * Starts the service on a free port as `deno task start` does.
 *
 * @param isBundled Whether to build and start the bundle.
 * @throws {Error} if it cannot be built or does not listen.
 */
export async function startService(
  isBundled: boolean,
): Promise<RunningServer> {
  const { tasks } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", TOP)),
  );
  const [, ...args]: string[] = tasks.start.command.split(" ");
  if (isBundled) {
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "build"],
      cwd: TOP,
    }).output();
    if (!success) throw new Error("the bundle cannot be built");
  }
  const server = await spawnServer(isBundled ? bundled(args) : args, TOP);
  return { ...server, stop: () => server.stop("SIGTERM") };
}

/** The arguments of the sources, for the bundle. */
function bundled(args: readonly string[]): string[] {
  return args.map((arg) =>
    arg === "main.ts"
      ? "dist/main.js"
      : arg.startsWith("--allow-read=")
      ? `${arg},dist`
      : arg
  );
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
