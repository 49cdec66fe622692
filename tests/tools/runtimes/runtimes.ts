/**
 * The service on other runtimes, as it is deployed there.
 *
 * @module
 */

import { Miniflare } from "miniflare";
import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buildWorker } from "../../../tools/build_workerd.ts";
import { listeningPort } from "../../../tools/listening_port.ts";

const ROOT = new URL("../../../", import.meta.url);

/** A running service. */
export interface Service {
  /** Its origin. */
  readonly origin: string;
  /** Most memory that it had so far, in bytes; null if that is not known. */
  peakMemory(): Promise<number | null>;
  /** Stops it, and checks that it ends as it should. */
  stop(): Promise<void>;
}

/** What a deployment of the sources has. */
const SOURCES = [
  "main.ts",
  "src",
  "static",
  "models",
  "deno.json",
  "deno.lock",
];

/** The Deno of this process. */
export const CURRENT: string = Deno.execPath();

/** Path of another version's executable, from npm. */
export async function denoOf(version: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("npx", {
    args: [
      ...["-y", "-p", `deno@${version}`],
      ...["deno", "eval", "console.log(Deno.execPath())"],
    ],
    env: { NO_COLOR: "1" },
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

/**
 * Builds what Deno Deploy does, as it does, and passes the folder and the entry
 * point in it.
 */
export async function withDeployment(
  use: (entry: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const path of SOURCES) {
      await cp(new URL(path, ROOT), `${folder}/${path}`, { recursive: true });
    }
    const { deploy } = JSON.parse(
      await Deno.readTextFile(`${folder}/deno.json`),
    ) as { deploy: { build: string; runtime: { entrypoint: string } } };
    const [command, ...args] = deploy.build.split(" ");
    assert.equal(command, "deno");
    const built = await new Deno.Command(CURRENT, { args, cwd: folder })
      .output();
    assert.ok(built.success, new TextDecoder().decode(built.stderr));
    await use(`${folder}/${deploy.runtime.entrypoint}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/**
 * Starts a program as Deno Deploy does: with every permission, from a folder of
 * its own, with 512 MB for V8.
 *
 * @param deno The executable.
 * @param entry The program.
 */
export async function startDeno(
  deno: string,
  entry: string,
): Promise<Service> {
  const folder = await Deno.makeTempDir();
  const child = new Deno.Command(deno, {
    args: ["run", "-A", "--v8-flags=--max-old-space-size=512", entry],
    cwd: folder,
    env: {
      PORT: "0",
      LOG: "off",
      NO_COLOR: "1",
      DENO_NO_UPDATE_CHECK: "1",
    },
    stdout: "inherit",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream());
  const port = await listeningPort(lines);
  return {
    origin: `http://127.0.0.1:${port}`,
    async peakMemory() {
      const status = await Deno.readTextFile(`/proc/${child.pid}/status`)
        .catch(() => "");
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
      return kilobytes === undefined ? null : 1024 * Number(kilobytes);
    },
    async stop() {
      child.kill("SIGTERM");
      const { code } = await child.status;
      await lines.cancel();
      await Deno.remove(folder, { recursive: true });
      assert.equal(code, 0);
    },
  };
}

/** Builds the service for workerd and starts it there. */
export async function startWorkerd(): Promise<Service> {
  const folder = await Deno.makeTempDir();
  await buildWorker(folder);
  const miniflare = new Miniflare({
    rootPath: folder,
    modulesRoot: folder,
    scriptPath: "worker.js",
    modules: true,
    modulesRules: [
      { type: "ESModule", include: ["**/*.js"] },
      { type: "CompiledWasm", include: ["**/*.wasm"] },
      { type: "Data", include: ["**/*.bin"] },
    ],
    compatibilityDate: "2025-09-01",
    compatibilityFlags: ["nodejs_compat"],
    bindings: { LOG: "info" },
    // The log is written, but not shown.
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      stdout.resume();
      stderr.resume();
    },
  });
  const { origin } = await miniflare.ready;
  return {
    origin,
    peakMemory: () => Promise.resolve(null),
    async stop() {
      await miniflare.dispose();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
