/**
 * The Dockerfile, followed without Docker: what it copies and runs makes a
 * service that its entry point starts.
 *
 * @module
 */

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { VARIABLES } from "../src/config.ts";
import { listeningPort } from "../tools/listening_port.ts";

const TOP = new URL("../", import.meta.url);

/** An instruction: its name, and its arguments as a list. */
type Instruction = readonly [name: string, args: readonly string[]];

function parse(text: string): Instruction[] {
  return text.split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, name, rest] = /^([A-Z]+) (.*)$/.exec(line)!;
      return [
        name!,
        rest!.startsWith("[") ? JSON.parse(rest!) : rest!.split(" "),
      ];
    });
}

const INSTRUCTIONS = parse(await Deno.readTextFile(new URL("Dockerfile", TOP)));

/** Arguments of all instructions of a name. */
function argsOf(name: string): (readonly string[])[] {
  return INSTRUCTIONS.flatMap(([found, args]) => found === name ? [args] : []);
}

/** Follows the instructions; the folder of each stage is below `folder`. */
async function build(folder: string): Promise<string> {
  const stages = new Map<string, string>();
  let work = "";
  for (const [name, args] of INSTRUCTIONS) {
    if (name === "FROM") {
      work = `${folder}/${stages.size}`;
      stages.set(args[2] ?? "last", work);
      await Deno.mkdir(work);
    }
    if (name === "COPY") {
      const from = /^--from=(.*)$/.exec(args[0]!)?.[1];
      const paths = from === undefined ? args : args.slice(1);
      const target = paths.at(-1)!;
      for (const path of paths.slice(0, -1)) {
        const source = from === undefined
          ? fileURLToPath(new URL(path, TOP))
          : path.replace("/inkling", stages.get(from)!);
        const copy = path.endsWith("/")
          ? `${work}/${target}`
          : `${work}/${target}/${path.split("/").at(-1)}`;
        await cp(source, copy, { recursive: true });
      }
    }
    if (name === "RUN") {
      const [command, ...rest] = args;
      assert.equal(command, "deno");
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: rest,
        cwd: work,
      }).output();
      assert.ok(success, new TextDecoder().decode(stderr));
    }
  }
  return work;
}

Deno.test("the Dockerfile makes a service that starts and stops", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const work = await build(folder);
    const [[command, ...args]] = argsOf("ENTRYPOINT") as [string[]];
    assert.equal(command, "deno");
    const child = new Deno.Command(Deno.execPath(), {
      args,
      cwd: work,
      env: { PORT: "0", LOG: "off", NO_COLOR: "1" },
      stderr: "piped",
    }).spawn();
    const lines = child.stderr.pipeThrough(new TextDecoderStream());
    const port = await listeningPort(lines);
    for (const path of ["readyz", "sample?seed=1", "", "models", "metrics"]) {
      const response: Response = await fetch(
        `http://127.0.0.1:${port}/${path}`,
      );
      assert.equal(response.status, 200, path);
      await response.body?.cancel();
    }
    child.kill("SIGTERM");
    assert.equal((await child.status).code, 0);
    await lines.cancel();
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the Dockerfile has this Deno, and every variable", async () => {
  const ci = await Deno.readTextFile(new URL(".ci/run", TOP));
  const version = /deno@(\d+\.\d+\.\d+)/.exec(ci)![1];
  for (const [image] of argsOf("FROM")) {
    assert.equal(image, `denoland/deno:${version}`);
  }
  const [entry] = argsOf("ENTRYPOINT");
  const allowed = entry!.find((arg) => arg.startsWith("--allow-env="))!;
  const names = allowed.slice("--allow-env=".length).split(",");
  assert.deepEqual(names.toSorted(), VARIABLES.toSorted());
});

Deno.test(".dockerignore lets through what the Dockerfile copies", async () => {
  const text = await Deno.readTextFile(new URL(".dockerignore", TOP));
  const kept = text.split("\n").filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));
  for (const args of argsOf("COPY")) {
    if (args[0]!.startsWith("--from")) continue;
    for (const path of args.slice(0, -1)) {
      assert.ok(kept.some((prefix) => path.startsWith(prefix)), path);
    }
  }
});
