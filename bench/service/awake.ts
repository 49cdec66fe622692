/**
 * Keeps cores busy with work of the lowest priority, using `chrt` of
 * util-linux. Without it, cores may sleep.
 *
 * A host reassigns an idle virtual core, which returns late and cold, so that
 * each request takes longer. That cost is the machine's, not the service's, and
 * larger than what the benchmark measures.
 *
 * @module
 */

/**
 * Calls a function while no core sleeps.
 *
 * @param act Receives whether that succeeded.
 */
export async function whileAwake<T>(
  act: (awake: boolean) => Promise<T>,
): Promise<T> {
  const children = startAll();
  try {
    // A process that is refused its priority ends at once.
    const ended = await Promise.race([
      ...children.map(({ status }) => status),
      new Promise<null>((resolve) => setTimeout(resolve, 300, null)),
    ]);
    return await act(children.length > 0 && ended === null);
  } finally {
    for (const child of children) {
      try {
        child.kill();
      } catch {
        // It had already ended.
      }
      await child.status;
    }
  }
}

/** Starts one loop per core; none without `chrt`. */
function startAll(): Deno.ChildProcess[] {
  try {
    return Array.from({ length: navigator.hardwareConcurrency }, spin);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** Starts a loop that runs when nothing else does. */
function spin(): Deno.ChildProcess {
  return new Deno.Command("chrt", {
    args: ["--idle", "0", Deno.execPath(), "eval", "for (;;);"],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}
