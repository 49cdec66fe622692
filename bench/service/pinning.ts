/**
 * Pins processes to a core, using `taskset` of util-linux. Without it, or with
 * a single core, nothing is pinned.
 *
 * The speed of a machine's cores varies from second to second if others use
 * them too, so everything compared must run on the same core.
 *
 * @module
 */

/** The cores of client and servers. */
export interface Cores {
  /** The client's core. */
  readonly client: number;
  /** The core of everything that is compared. */
  readonly server: number;
}

/**
 * Parses a list of cores as Linux writes it.
 *
 * @param list Numbers and ranges, such as `0-2,5`.
 *
 * @example
 * ```ts
 * import { coresOf } from "./pinning.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(coresOf("0-2,5"), [0, 1, 2, 5]);
 * ```
 */
export function coresOf(list: string): number[] {
  return list.trim().split(",").flatMap((range) => {
    const [first = NaN, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/**
 * Calls a function while this process is pinned to one core and others to a
 * second one, then unpins them all.
 *
 * @param others Processes that share the second core.
 * @param act Receives the cores, or null if nothing is pinned.
 */
export async function whilePinned<T>(
  others: readonly number[],
  act: (cores: Cores | null) => Promise<T>,
): Promise<T> {
  const allowed = await allowedCores();
  const cores = coresOf(allowed);
  const [client, server] = [cores[0], cores.at(-1)];
  if (client === undefined || server === undefined || client === server) {
    return await act(null);
  }
  const put = async (pids: readonly number[], list: string) =>
    (await Promise.all(pids.map((pid) => pin(pid, list)))).every(Boolean);
  try {
    const done = await put([Deno.pid], `${client}`) &&
      await put(others, `${server}`);
    return await act(done ? { client, server } : null);
  } finally {
    await put([Deno.pid, ...others], allowed);
  }
}

/**
 * The cores that this process may use, as Linux lists them; empty if unknown.
 */
async function allowedCores(): Promise<string> {
  const status = await Deno.readTextFile("/proc/self/status").catch(() => "");
  return /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? "";
}

/** Restricts all threads of a process, present and future, to some cores. */
async function pin(pid: number, list: string): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("taskset", {
      args: ["--all-tasks", "--cpu-list", "--pid", list, `${pid}`],
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch {
    return false;
  }
}
