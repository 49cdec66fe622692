/**
 * The whole path on real MNIST: trains the smoke preset like a user, serves its
 * models, and sends requests over a real port.
 */

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { createApp } from "../../../src/app.ts";
import { loadModels } from "../../../src/models.ts";
import { repositoryFiles } from "../../../src/routes/files.ts";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { loadMnist } from "../../../train/data/mnist.ts";
import { readMetrics } from "../../../train/models/folder.ts";

const REPOSITORY = new URL("../../../", import.meta.url);

/** Images per request. */
const ASKED = 64;

Deno.test("the smoke preset trains models that serve", async (t) => {
  const top = await Deno.makeTempDir({ prefix: "inkling-smoke-" });
  await Deno.symlink(new URL("static", REPOSITORY), `${top}/static`);
  try {
    await t.step("it trains from MNIST to model files", () => train(top));
    await t.step("its metrics show that the networks learned", async () => {
      const { recognizer, generator } = await readMetrics(`${top}/models`);
      assert.ok(
        recognizer!.test_accuracy_int8 > 0.95,
        JSON.stringify(recognizer),
      );
      const apart = recognizer!.test_accuracy_int8 -
        recognizer!.test_accuracy_float;
      assert.ok(Math.abs(apart) < 0.005, JSON.stringify(recognizer));
      // A generator that ignored the digit would get a tenth.
      assert.ok(generator!.label_agreement > 0.13, JSON.stringify(generator));
    });
    await t.step("the service serves them", () => ask(top));
  } finally {
    await Deno.remove(top, { recursive: true });
  }
});

async function train(top: string): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: [
      "task",
      "train",
      "--preset",
      "smoke",
      "--out",
      `${top}/run`,
      "--models",
      `${top}/models`,
    ],
    cwd: REPOSITORY,
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  assert.ok(success, "deno task train failed; its output is above");
}

async function ask(top: string): Promise<void> {
  const url = pathToFileURL(`${top}/`);
  const app = createApp({
    ...await loadModels(url),
    files: repositoryFiles(url),
  });
  await using server = Deno.serve({ port: 0, onListen: () => {} }, app.fetch);
  const origin = `http://localhost:${server.addr.port}`;

  const ready = await fetch(`${origin}/readyz`);
  assert.equal(ready.status, 200, await ready.text());

  const { test } = await loadMnist();
  const recognized = await fetch(`${origin}/recognize`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: test.images.slice(0, ASKED * IMAGE_PIXELS),
  });
  const { results } = await recognized.json() as {
    results: { digit: number }[];
  };
  const right =
    results.filter(({ digit }, i) => digit === test.labels[i]).length;
  assert.ok(right > 0.9 * ASKED, `${right} of ${ASKED} read right`);

  const sample = await fetch(`${origin}/sample?format=raw&count=10&seed=1`);
  const pixels = new Uint8Array(await sample.arrayBuffer());
  assert.equal(pixels.length, 10 * IMAGE_PIXELS);
  assert.ok(pixels.some((value) => value > 200), "no ink in ten digits");
}
