/**
 * Servers to measure, each in its own process.
 *
 * @module
 */

import { VARIABLES } from "../src/config.ts";
import { listeningPort } from "../tools/listening_port.ts";

/** A running server. */
export interface RunningServer {
  /** Its origin. */
  readonly origin: string;
  /** Its port. */
  readonly port: number;
  /** Its process. */
  readonly pid: number;
  /** Stops it. */
  readonly stop: () => Promise<void>;
}

/** A server that has just been started. */
export interface StartedServer extends RunningServer {
  /** When it was started, as of `performance.now()`. */
  readonly began: number;
}

/**
 * The program of each kind of server: the service from its sources, as `deno
 * task start` runs it, and bundled, as Deno Deploy does; the minimal Hono
 * application, in this repository, in its own folder, or with the service's
 * middleware; and the server that times the engine.
 */
const PROGRAMS = {
  sources: "main.ts",
  bundle: "dist/main.js",
  bare: "bench/bare.ts",
  alone: "bare.ts",
  middleware: "bench/service/middleware_server.ts",
  engine: "bench/service/engine_server.ts",
};

/** The permissions of `deno task start`. */
const PERMISSIONS = [
  "--allow-net",
  `--allow-env=${VARIABLES.join()}`,
  "--allow-read=models,static,src,dist",
];

const TOP = new URL("../", import.meta.url);

/**
 * Creates a folder with only the bare server: no lock file, and no package
 * except Hono in the repository's version.
 */
async function makeFolder(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const program = new URL("bare.ts", import.meta.url);
  await Deno.copyFile(program, `${folder}/${PROGRAMS.alone}`);
  const { imports } = JSON.parse(
    await Deno.readTextFile(new URL("deno.json", TOP)),
  );
  const config = { imports: { hono: imports.hono }, lock: false };
  await Deno.writeTextFile(`${folder}/deno.json`, JSON.stringify(config));
  return folder;
}

/**
 * Starts a server on a free port.
 *
 * @param kind What it runs. The bundle must have been built.
 */
export async function startServer(
  kind: keyof typeof PROGRAMS,
): Promise<StartedServer> {
  const folder = kind === "alone" ? await makeFolder() : undefined;
  const began = performance.now();
  const server = await spawnServer(
    [
      "run",
      ...PERMISSIONS,
      PROGRAMS[kind],
    ],
    folder ?? TOP,
  );
  return {
    ...server,
    began,
    async stop() {
      await server.stop("SIGKILL");
      if (folder) await Deno.remove(folder, { recursive: true });
    },
  };
}

/** A server as {@linkcode spawnServer} starts it. */
export interface SpawnedServer extends Omit<RunningServer, "stop"> {
  /** Stops it by a signal. */
  readonly stop: (signal: Deno.Signal) => Promise<void>;
}

/**
 * Starts a server on a free port and waits until it listens.
 *
 * @param args Arguments of `deno`.
 * @param cwd The folder to run in.
 * @throws {Error} if it ends without listening.
 */
export async function spawnServer(
  args: readonly string[],
  cwd: string | URL,
): Promise<SpawnedServer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { PORT: "0", NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream());
  const port = await listeningPort(lines);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid,
    async stop(signal) {
      child.kill(signal);
      await child.status;
      await lines.cancel();
    },
  };
}

/**
 * Processor time of all threads of a process so far, in milliseconds. Unlike
 * wall-clock time, it hardly depends on other work on the machine.
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
