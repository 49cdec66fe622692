import assert from "node:assert/strict";
import { measureGans } from "../../../bench/train/gan_step.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import { GAN_KINDS } from "../../../train/config.ts";

Deno.test("measureGans() times and profiles a step of every kind", async () => {
  await initBackend("wasm");
  const gans = await measureGans(1, 0);
  assert.deepEqual(gans.map(({ kind }) => kind), [...GAN_KINDS]);
  for (const { milliseconds, profile } of gans) {
    assert.equal(milliseconds.length, 1);
    assert.ok(milliseconds[0]! > 0);
    assert.ok(profile.kernels.some(({ kernel }) => kernel === "Conv2D"));
  }
});
