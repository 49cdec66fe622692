/**
 * What `deno task build` makes, and Deno Deploy runs.
 *
 * @module
 */

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { manyScans } from "./image/jpeg/many_scans.ts";
import { encodeWebp } from "./image/webp/encode.ts";
import { start, withFiles } from "./start.ts";

/** What Deno Deploy does with this repository. */
const { deploy } = JSON.parse(
  await Deno.readTextFile(new URL("../deno.json", import.meta.url)),
) as { deploy: { build: string; runtime: { entrypoint: string } } };

/** JavaScript that loads before the first request, in bytes. */
const MAX_START_BYTES = 200 * 1024;

/** A script and all that it imports statically. */
async function textAtStart(main: URL): Promise<string> {
  const scripts = new Set([main.href]);
  let all = "";
  for (const script of scripts) {
    const text = await Deno.readTextFile(new URL(script));
    all += text;
    for (const [, path] of text.matchAll(/(?:from|import)"(\.\/[^"]+)"/g)) {
      scripts.add(new URL(path!, script).href);
    }
  }
  return all;
}

/** A white picture. */
const PAPER = {
  width: 32,
  height: 32,
  data: new Uint8ClampedArray(4 * 32 * 32).fill(255),
};

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
    const pictures: [string, Uint8Array<ArrayBuffer>][] = [
      ["image/jpeg", manyScans(32, 1)],
      ["image/webp", await encodeWebp(PAPER)],
    ];
    for (const [type, body] of pictures) {
      const answer = await fetch(`${origin}/recognize`, {
        method: "POST",
        headers: { "Content-Type": type },
        body,
      });
      assert.equal((await answer.json()).reason, "blank", type);
    }
    const sample = await fetch(`${origin}/sample?seed=7&format=png`);
    assert.equal(sample.status, 200);
    await sample.body?.cancel();
    // By the second thread, whose program is in the bundle.
    const many = await fetch(`${origin}/sample?seed=7&count=100`);
    assert.equal((await many.json()).samples.length, 100);
    const metrics = await fetch(`${origin}/metrics`);
    assert.match(await metrics.text(), /^http_requests_total\{/m);
  } finally {
    assert.equal((await stop("SIGTERM")).code, 0);
    await Deno.remove(folder);
  }
}

/** Without deno.json, Deno reads all modules at once: no permission is needed. */
async function servesWithoutThread(top: URL): Promise<void> {
  await Deno.remove(new URL("deno.json", top));
  const { entrypoint } = deploy.runtime;
  const readable = ["models", "static"];
  const { origin, output, stop } = await start(
    entrypoint,
    top,
    top,
    {},
    readable,
  );
  try {
    const response = await fetch(`${origin}/sample?seed=1&count=100`);
    assert.equal((await response.json()).samples.length, 100);
    let printed = "";
    for await (const text of output.values({ preventCancel: true })) {
      printed += text;
      if (printed.includes("\n")) break;
    }
    assert.match(printed, /"level":"warn".*no permission to read/);
  } finally {
    await stop("SIGTERM");
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
    await t.step(
      "works without the permission for a second thread",
      () => servesWithoutThread(top),
    );
    const entry = new URL(deploy.runtime.entrypoint, top);
    const text = await textAtStart(entry);
    await t.step(
      "loads none of Node's modules at start, which takes 10 ms",
      () => {
        assert.doesNotMatch(text, /from\s*"node:/);
      },
    );
    await t.step("loads little at start", () => {
      const { length } = text;
      assert.ok(
        length > 30_000 && length <= MAX_START_BYTES,
        `${length} bytes`,
      );
    });
  }));
