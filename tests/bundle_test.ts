/**
 * What `deno task build` makes, and Deno Deploy runs.
 *
 * @module
 */

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { start, withFiles } from "./start.ts";

/** What Deno Deploy does with this repository. */
const { deploy } = JSON.parse(
  await Deno.readTextFile(new URL("../deno.json", import.meta.url)),
) as { deploy: { build: string; runtime: { entrypoint: string } } };

/** JavaScript that loads before the first request, in bytes. */
const MAX_START_BYTES = 200 * 1024;

/** Bytes of a script and of all that it imports statically. */
async function bytesAtStart(main: URL): Promise<number> {
  const scripts = new Set([main.href]);
  let bytes = 0;
  for (const script of scripts) {
    const text = await Deno.readTextFile(new URL(script));
    bytes += new TextEncoder().encode(text).length;
    for (const [, path] of text.matchAll(/(?:from|import)"(\.\/[^"]+)"/g)) {
      scripts.add(new URL(path!, script).href);
    }
  }
  return bytes;
}

async function serves(top: URL): Promise<void> {
  const folder = await Deno.makeTempDir();
  const elsewhere = pathToFileURL(`${folder}/`);
  const { origin, stop } = await start(
    deploy.runtime.entrypoint,
    top,
    elsewhere,
  );
  try {
    const response = await fetch(`${origin}/recognize`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ strokes: [{ x: [50, 50], y: [10, 90] }] }),
    });
    assert.equal((await response.json()).digit, 1);
    const sample = await fetch(`${origin}/sample?seed=7&format=png`);
    assert.equal(sample.status, 200);
    await sample.body?.cancel();
  } finally {
    assert.equal((await stop("SIGTERM")).code, 0);
    await Deno.remove(folder);
  }
}

Deno.test(deploy.build, (t) =>
  withFiles(async (top) => {
    const generator = "models/generator.safetensors";
    await cp(
      new URL(`../${generator}`, import.meta.url),
      new URL(generator, top),
    );
    await t.step("bundles the service", async () => {
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: deploy.build.split(" ").slice(1),
        cwd: top,
      }).output();
      assert.ok(success, new TextDecoder().decode(stderr));
    });
    await t.step("serves from any folder", () => serves(top));
    await t.step("loads little at start", async () => {
      const bytes = await bytesAtStart(
        new URL(deploy.runtime.entrypoint, top),
      );
      assert.ok(bytes > 30_000 && bytes <= MAX_START_BYTES, `${bytes} bytes`);
    });
  }));
