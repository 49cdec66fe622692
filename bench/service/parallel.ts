/**
 * Servers on every core: `deno serve --parallel`.
 *
 * @module
 */

import type { RunningServer } from "../servers.ts";

const PROGRAMS = {
  ours: "src/serve.ts",
  bare: "bench/service/bare_module.ts",
} as const;

/** How long a server may take for its first answer, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Starts a server with one thread per core.
 *
 * @param kind Inkling's, or the minimal Hono.
 */
export async function startParallel(
  kind: "ours" | "bare",
): Promise<RunningServer> {
  // Every thread listens by itself, so they must share one known free port.
  const probe = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = probe.addr;
  probe.close();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "serve",
      "--parallel",
      "--no-check",
      "--quiet",
      "--host=127.0.0.1",
      `--port=${port}`,
      "--allow-read=models,static,src",
      PROGRAMS[kind],
    ],
    cwd: new URL("../../", import.meta.url),
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGKILL");
    await child.status;
  };
  const until = performance.now() + PATIENCE;
  while (!await answers(origin)) {
    if (performance.now() < until) continue;
    await stop();
    throw new Error(`${kind} did not answer within ${PATIENCE} ms`);
  }
  return { port, origin, pid: child.pid, stop };
}

async function answers(origin: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 50));
  try {
    await (await fetch(origin)).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
