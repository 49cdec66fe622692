/**
 * Measures one engine on one network in its own process and prints the result
 * as JSON. bench/engine/main.ts starts it.
 *
 * `deno run -A bench/engine/measure.ts CONTENDER NETWORK`
 *
 * @module
 */

import type { QuantizedModel } from "../../src/network/quantized.ts";
import { readQuantizedModel } from "../../src/network/quantized.ts";
import { randomInputs, randomModel } from "../../tests/engine/random_model.ts";
import { REFERENCE_NETWORK } from "../../tests/engine/reference_network.ts";
import type { Contender, Run } from "./contender.ts";
import { CONTENDERS } from "./contenders.ts";

/** The printed result. */
export interface Measurement {
  /** Milliseconds to import and load, including the model. */
  readonly load: number;
  /** Milliseconds of the first call after that. */
  readonly first: number;
  /** Milliseconds per image (or generated digit), one at a time. */
  readonly one: Spread;
  /** Milliseconds per image, 64 per call. */
  readonly many: Spread;
  /** Bytes of the engine's code as shipped. */
  readonly code: number;
  /** Bytes of the model in the engine's own format. */
  readonly model: number;
  /** Outputs for one input, to check that all engines agree. */
  readonly output: readonly number[];
}

/** Percentiles. */
export interface Spread {
  /** Minimum. */
  readonly least: number;
  /** Median. */
  readonly p50: number;
  /** 99th percentile. */
  readonly p99: number;
}

/** Milliseconds to measure each number of images. */
const DURATION = 1500;

const WARM_UP = 500;

/** A network by its name in the table. */
export function networkOf(name: string): QuantizedModel {
  if (name === "reference") {
    const input = {
      encoding: "pixels",
      scale: 1 / 127,
      zeroPoint: 0,
    } as const;
    const { sigmoidTable: _, ...model } = randomModel(REFERENCE_NETWORK, {
      input,
    });
    return model;
  }
  const file = new URL(`../../models/${name}.safetensors`, import.meta.url);
  return readQuantizedModel(Deno.readFileSync(file));
}

async function measure(
  run: Run,
  images: Uint8Array,
  count: number,
): Promise<Spread> {
  const end = performance.now() + WARM_UP;
  while (performance.now() < end) await run(images, count);
  const times: number[] = [];
  const stop = performance.now() + DURATION;
  while (performance.now() < stop) {
    const began = performance.now();
    // Awaiting a synchronous result would add to the time.
    const result = run(images, count);
    if (result instanceof Promise) await result;
    times.push((performance.now() - began) / count);
  }
  times.sort((a, b) => a - b);
  return {
    least: times[0]!,
    p50: times[Math.floor(times.length / 2)]!,
    p99: times[Math.floor(times.length * 0.99)]!,
  };
}

/** Bytes of files, and of all files in folders, whose URLs end with a slash. */
export async function sizeOf(files: readonly URL[]): Promise<number> {
  let bytes = 0;
  for (const file of files) {
    const names = file.pathname.endsWith("/")
      ? await Array.fromAsync(Deno.readDir(file), ({ name }) => name)
      : [""];
    for (const name of names) {
      bytes += (await Deno.stat(new URL(name, file))).size;
    }
  }
  return bytes;
}

/** Bytes of code that a program ships to run an engine. */
export async function codeSize(
  { code, bundled }: Contender,
): Promise<number> {
  const bytes = await sizeOf(code);
  if (bundled === undefined) return bytes;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--platform=browser", "--minify", bundled.href],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return bytes + stdout.length;
}

async function main([name = "", network = ""]: string[]): Promise<void> {
  const importer = CONTENDERS[name];
  if (importer === undefined) throw new Error(`no contender "${name}"`);
  const model = networkOf(network);
  const images = randomInputs(model, 64);
  const one = images.slice(0, images.length / 64);
  const began = performance.now();
  const contender = await importer();
  const run = await contender.load(model);
  const load = performance.now() - began;
  const output = [...await run(one, 1)];
  const first = performance.now() - began - load;
  const measurement: Measurement = {
    load,
    first,
    one: await measure(run, one, 1),
    many: await measure(run, images, 64),
    code: await codeSize(contender),
    model: contender.modelBytes(model),
    output,
  };
  console.log(JSON.stringify(measurement));
}

if (import.meta.main) await main(Deno.args);
