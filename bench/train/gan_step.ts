/**
 * Steps of the GANs, as one worker of a training does them.
 *
 * @module
 */

import { GAN_KINDS, type GanKind } from "../../train/config.ts";
import { GanTrainer } from "../../train/gan/trainer.ts";
import { soloExchange } from "../../train/parallel/solo_exchange.ts";
import { presetConfig } from "../../train/presets.ts";
import { randomImages } from "./memory.ts";
import { profileKernels } from "./profile.ts";
import type { GanTimes } from "./protocol.ts";

/** Images per step: two microbatches, as one of two workers computes. */
const BATCH = 64;

/**
 * Times and profiles steps of each kind of GAN.
 *
 * @param steps Steps of each kind, enough for whole rounds of
 *   penalties and of both networks.
 * @param warmSteps Warm-up steps: V8 recompiles code that runs often.
 */
export async function measureGans(
  steps: number,
  warmSteps = 10,
): Promise<GanTimes[]> {
  const found: GanTimes[] = [];
  for (const kind of GAN_KINDS) {
    found.push(await measureGan(kind, steps, warmSteps));
  }
  return found;
}

async function measureGan(
  kind: GanKind,
  steps: number,
  warmSteps: number,
): Promise<GanTimes> {
  const config = { ...presetConfig("standard", kind).gan, batchSize: BATCH };
  const trainer = new GanTrainer(config, 1, randomImages(4 * BATCH));
  const exchange = soloExchange(trainer);
  let step = 0;
  const next = (): Promise<unknown> => trainer.step(step++, exchange);
  while (step < warmSteps) await next();
  const milliseconds: number[] = [];
  for (let i = 0; i < steps; i++) {
    const start = performance.now();
    await next();
    milliseconds.push(performance.now() - start);
  }
  const profile = await profileKernels(async () => {
    for (let i = 0; i < steps; i++) await next();
  });
  return { kind, images: BATCH, milliseconds, profile };
}
