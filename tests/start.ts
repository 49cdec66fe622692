/**
 * Starts the service as users do, in its own process.
 *
 * @module
 */

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { VARIABLES } from "../src/config.ts";
import { fileURLToPath, pathToFileURL } from "node:url";

const TOP = new URL("../", import.meta.url);

/** The flags of `deno task start`. */
const FLAGS: readonly string[] = JSON.parse(
  Deno.readTextFileSync(new URL("deno.json", TOP)),
).tasks.start.command.split(" ").filter((word: string) =>
  word.startsWith("--")
);

const [, folders] = FLAGS.find((flag) => flag.startsWith("--allow-read"))!
  .split("=") as [string, string];

/** What `deno task start` may read, and the bundle. */
const READABLE: readonly string[] = [...folders.split(","), "dist"];

/**
 * Starts a program on a free port, with the permissions of `deno task start`.
 *
 * @param file The program, from `top`.
 * @param top Folder of the program, models/ and static/.
 * @param cwd Folder to start it in.
 * @param env Environment variables.
 * @param readable What it may read, from `top`.
 */
export async function start(
  file = "main.ts",
  top = TOP,
  cwd = top,
  env: Readonly<Record<string, string>> = {},
  readable = READABLE,
) {
  const [script, ...folders] = [file, ...readable].map((path) =>
    fileURLToPath(new URL(path, top))
  );
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-net",
      `--allow-env=${VARIABLES}`,
      `--allow-read=${folders}`,
      script!,
    ],
    cwd,
    env: { PORT: "0", NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream());
  const output = child.stdout.pipeThrough(new TextDecoderStream());
  let printed = "";
  for await (const text of lines.values({ preventCancel: true })) {
    printed += text;
    if (/:\d+\/?\s/.test(printed)) break;
  }
  const port = /:(\d+)\/?\s/.exec(printed)?.[1];
  assert.ok(port !== undefined, `it printed no port: ${printed}`);
  const stop = async (signal: Deno.Signal) => {
    child.kill(signal);
    const status = await child.status;
    await Promise.all([lines.cancel(), output.cancel()]);
    return status;
  };
  const ended = async () => {
    for await (const text of lines.values({ preventCancel: true })) {
      printed += text;
    }
    const { code } = await child.status;
    await output.cancel();
    return { code, printed };
  };
  const origin = `http://127.0.0.1:${port}`;
  return { port: Number(port), origin, pid: child.pid, output, stop, ended };
}

/** The files that main.ts reads, without the generator. */
const FILES = [
  "main.ts",
  "src",
  "deno.json",
  "deno.lock",
  "static/engine/relaxed.wasm",
  "static/engine/plain.wasm",
  "models/recognizer.safetensors",
];

/**
 * Copies everything main.ts needs, except the generator, to a temporary folder.
 */
export async function withFiles(
  use: (top: URL) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const top = pathToFileURL(`${folder}/`);
    for (const file of FILES) {
      await cp(new URL(file, TOP), new URL(file, top), { recursive: true });
    }
    await use(top);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
