/** When and how much the gradient penalty counts. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { initBackend } from "../../../train/backend/mod.ts";
import { GanTrainer } from "../../../train/gan/trainer.ts";
import { soloExchange } from "../../../train/parallel/solo_exchange.ts";
import { presetConfig } from "../../../train/presets.ts";
import { noise } from "../noise.ts";

/** The discriminator after one step, and the penalty that was measured. */
async function afterStep(
  step: number,
  penaltyWeight: number,
  penaltyEvery: number,
): Promise<{ penalty: number | undefined; discriminator: string }> {
  const trainer = new GanTrainer(
    {
      ...presetConfig("smoke").gan,
      latentSize: 8,
      batchSize: 4,
      epochs: 2,
      penaltyWeight,
      penaltyEvery,
    },
    1,
    noise(16),
  );
  const losses = await trainer.step(
    step,
    soloExchange(trainer),
  );
  return {
    penalty: losses[trainer.lossNames.indexOf("penalty")],
    discriminator: digest(await trainer.state()),
  };
}

/** Of the discriminator's weights: a failure that prints them all takes minutes. */
function digest(state: ReadonlyMap<string, Float32Array>): string {
  const hash = createHash("sha256");
  for (const [name, values] of state) {
    if (!name.startsWith("discriminator.")) continue;
    hash.update(name).update(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
  }
  return hash.digest("hex");
}

Deno.test("GanTrainer.step() compensates for steps without a penalty by its weight", async () => {
  await initBackend("wasm");
  const lazy = await afterStep(0, 0.5, 4);
  assert.ok(lazy.penalty! > 0);
  assert.deepEqual(lazy, await afterStep(0, 2, 1));
  assert.notDeepEqual(lazy, await afterStep(0, 0.5, 1));

  const between = await afterStep(1, 0.5, 4);
  assert.equal(between.penalty, undefined);
  assert.deepEqual(between, await afterStep(1, 0, 1));
});
