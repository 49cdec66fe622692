/**
 * Compares Inkling's engine with its alternatives, on the recognizer and on the
 * reference network, with one image and with 64 at a time, one thread each.
 * Then measures the generator.
 *
 * `deno run -A bench/engine/main.ts [ROUNDS]`. Engines alternate in their own
 * processes. The tables show medians over the rounds, and the least time of
 * all. Speed and ratios are computed from the least time, because other work
 * disturbs it least. The reference network has random weights whose codes are
 * often clamped, so floating-point engines compute different logits for it.
 *
 * @module
 */

import { shapedLayers, shapeSize } from "../../src/network/shapes.ts";
import type { NetworkDescription } from "../../src/network/description.ts";
import { measureCeiling } from "./ceiling.ts";
import { CONTENDERS, type Contenders, OURS } from "./contenders.ts";
import { type Measurement, networkOf } from "./measure.ts";
import { countArgument } from "../count_argument.ts";

/** Multiply-adds per image. */
export function multiplyAdds(description: NetworkDescription): number {
  let sum = 0;
  for (const { layer, inputShape, outputShape } of shapedLayers(description)) {
    if (layer.type === "dense") sum += shapeSize(inputShape) * layer.units;
    if (layer.type === "conv2d") {
      sum += shapeSize(outputShape) * layer.kernelSize ** 2 * inputShape[2]!;
    }
  }
  return sum;
}

async function measure(
  contender: string,
  network: string,
): Promise<Measurement> {
  const script = new URL("measure.ts", import.meta.url).pathname;
  const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", script, contender, network],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Largest difference of outputs, relative to the largest output. */
function difference(a: readonly number[], b: readonly number[]): number {
  const most = Math.max(...b.map(Math.abs));
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!))) / most;
}

async function main(rounds: number): Promise<void> {
  const ceiling = await measureCeiling();
  console.log(
    `${navigator.hardwareConcurrency} cores, Deno ${Deno.version.deno}, ` +
      `V8 ${Deno.version.v8}; a core's ceiling: ${ceiling.toFixed(0)} GOP/s ` +
      `of relaxed int8 dot products; ${rounds} rounds`,
  );
  for (const network of ["recognizer", "reference"]) {
    await compare(network, CONTENDERS, rounds, ceiling);
  }
  await compare("generator", OURS, rounds, ceiling);
}

async function compare(
  network: string,
  contenders: Contenders,
  rounds: number,
  ceiling: number,
): Promise<void> {
  const macs = multiplyAdds(networkOf(network).description);
  const found = new Map<string, Measurement[]>();
  for (let round = 0; round < rounds; round++) {
    for (const contender of Object.keys(contenders)) {
      const list = found.get(contender) ?? [];
      found.set(contender, [...list, await measure(contender, network)]);
    }
  }
  console.log(`\n${network}: ${(macs / 1e6).toFixed(2)} M multiply-adds`);
  const [ours] = [...found.values()];
  const rows = [...found].map(([contender, list]) => {
    const of = (get: (m: Measurement) => number) => median(list.map(get));
    const least = Math.min(...list.map(({ one }) => one.least));
    const speed = 2 * macs / least / 1e6;
    return {
      engine: contender,
      "code KB": kilobytes(list[0]!.code),
      "model KB": kilobytes(list[0]!.model),
      "load ms": of(({ load }) => load).toFixed(1),
      "first ms": of(({ first }) => first).toFixed(2),
      "1: least ms": least.toFixed(3),
      "1: p50": of(({ one }) => one.p50).toFixed(3),
      "1: p99": of(({ one }) => one.p99).toFixed(3),
      "64: p50": of(({ many }) => many.p50).toFixed(3),
      "64: p99": of(({ many }) => many.p99).toFixed(3),
      "GOP/s": speed.toFixed(1),
      "of ceiling": `${(100 * speed / ceiling).toFixed(0)} %`,
      "x ours": (least / Math.min(...ours!.map((m) => m.one.least)))
        .toFixed(1),
      "outputs differ": difference(list[0]!.output, ours![0]!.output)
        .toFixed(4),
    };
  });
  printTable(rows);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
}

function printTable(rows: readonly Record<string, string>[]): void {
  const names = Object.keys(rows[0]!);
  const table = [names, ...rows.map((row) => names.map((name) => row[name]!))];
  const widths = names.map((_, i) =>
    Math.max(...table.map((row) => row[i]!.length))
  );
  table.forEach((row, i) => {
    console.log(
      `| ${row.map((cell, k) => cell.padEnd(widths[k]!)).join(" | ")} |`,
    );
    if (i === 0) {
      console.log(
        `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`,
      );
    }
  });
}

if (import.meta.main) await main(countArgument("rounds", Deno.args[0], 3));
