/**
 * Cores kept busy by work of the lowest priority, by `chrt` of util-linux.
 * Where there is none, they may sleep.
 *
 * A virtual core that has nothing to do is given away by its host, and comes
 * back late and cold: between two requests, each of which it then takes longer
 * for. That is a price of the machine, and larger than what is measured here.
 *
 * @module
 */

/**
 * Calls a function while no core sleeps.
 *
 * @param act Is told whether that could be arranged.
 */
export async function whileAwake<T>(
  act: (awake: boolean) => Promise<T>,
): Promise<T> {
  const children = startAll();
  try {
    // One that is refused its priority ends at once.
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
        // It had ended by itself.
      }
      await child.status;
    }
  }
}

/** Starts a loop for each core; none where there is no `chrt`. */
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
