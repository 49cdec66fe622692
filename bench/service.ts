/**
 * Our service beside a bare Hono POST, in one run: how long an answer takes
 * when asked one at a time, and how many a second come when asked by many, on
 * one thread and on all; and what an issue requires of it.
 *
 * `deno run -A bench/service.ts [rounds] [milliseconds]`. All kinds of
 * requests take their turn in every round; figures are medians of the rounds.
 * The cores are shared with what asks.
 *
 * @module
 */

import { createEngine } from "../src/engine/engine.ts";
import { selectBuild } from "../src/engine/select.ts";
import { openModel } from "../src/model_file.ts";
import { processorTime, type RunningServer, startServer } from "./servers.ts";
import { drive, quantile } from "./service/load.ts";
import { startParallel } from "./service/parallel.ts";
import { digitImage, type Kind, makeKinds, NAMES } from "./service/requests.ts";

const CONNECTIONS = 16;

/** The requirements: a ratio, and milliseconds. */
const LIMITS = { ratio: 1.25, picture: 0.4 };

/** One kind's figures of one round. */
interface Figures {
  readonly rate: number;
  readonly median: number;
  readonly late: number;
  readonly processor: number;
}

type Servers = Record<"ours" | "bare", RunningServer>;
type Rounds = Map<string, Figures[]>;

async function measure(
  { port, pid }: RunningServer,
  { request }: Kind,
  connections: number,
  milliseconds: number,
): Promise<Figures> {
  const before = await processorTime(pid);
  const load = await drive(port, request, connections, milliseconds);
  const processor = (await processorTime(pid) - before) / load.times.length;
  return {
    rate: load.rate,
    median: quantile(load, 0.5),
    late: quantile(load, 0.99),
    processor,
  };
}

/** Measures every kind once, and keeps what was found. */
async function addRound(
  rounds: Rounds,
  servers: Servers,
  kinds: readonly Kind[],
  connections: number,
  milliseconds: number,
): Promise<void> {
  for (const kind of kinds) {
    const server = servers[kind.server];
    const found = await measure(server, kind, connections, milliseconds);
    rounds.set(kind.name, [...rounds.get(kind.name) ?? [], found]);
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function print(title: string, rounds: Rounds): void {
  const bare = rounds.get(NAMES.bare) ?? [];
  console.log(`\n${title}`);
  for (const [name, found] of rounds) {
    const of = (field: keyof Figures) => median(found.map((one) => one[field]));
    // Within a round both met the same machine.
    const ratio = median(found.map(({ rate }, i) => bare[i]!.rate / rate));
    console.log(
      `  ${name.padEnd(27)} ${of("rate").toFixed(0).padStart(6)} requests/s` +
        `, p50 ${of("median").toFixed(3)} ms, p99 ${of("late").toFixed(2)} ms` +
        `, ${(1000 * of("processor")).toFixed(0)} us of processor` +
        `, ${ratio.toFixed(2)} of bare`,
    );
  }
}

/** The engine's own milliseconds for one image, each round's median. */
async function timeEngine(image: Uint8Array): Promise<() => number> {
  const read = (path: string) =>
    Deno.readFileSync(new URL(`../${path}`, import.meta.url));
  const { model } = await openModel(
    "recognizer",
    read("models/recognizer.safetensors"),
  );
  const engine = createEngine(
    new WebAssembly.Module(read(`static/engine/${selectBuild()}.wasm`)),
    model,
  );
  const run = () => {
    const began = performance.now();
    engine.logits(image, 1);
    return performance.now() - began;
  };
  for (let i = 0; i < 1000; i++) run();
  return () => median(Array.from({ length: 200 }, run));
}

/** Prints what is required: the medians of the rounds, and the least. */
function judge(rounds: Rounds, engine: readonly number[]): void {
  const times = (name: string) =>
    (rounds.get(name) ?? []).map((figures) => figures.median);
  const [bare, digit, png] = [NAMES.bare, NAMES.digit, NAMES.png].map(times);
  const least = (values: readonly number[]) => Math.min(...values);
  const figures = (pick: (values: readonly number[]) => number) => {
    const parts = pick(bare!) + pick(engine);
    return {
      ratio: pick(digit!) / parts,
      over: 1000 * (pick(digit!) - parts),
      picture: pick(png!) - pick(digit!),
    };
  };
  const [middle, best] = [figures(median), figures(least)];
  console.log(
    `\n784 bytes: ${middle.ratio.toFixed(2)} of bare + engine ` +
      `(limit ${LIMITS.ratio}), ${middle.over.toFixed(0)} us over; ` +
      `by the least of the rounds ${best.ratio.toFixed(2)}, ` +
      `${best.over.toFixed(0)} us; engine ` +
      `${(1000 * median(engine)).toFixed(0)} us`,
  );
  console.log(
    `PNG drawing: ${middle.picture.toFixed(2)} ms more than 784 bytes ` +
      `(limit ${LIMITS.picture}); by the least of the rounds ` +
      `${best.picture.toFixed(2)} ms`,
  );
}

if (import.meta.main) {
  const count = Number(Deno.args[0] ?? 5);
  const milliseconds = Number(Deno.args[1] ?? 500);
  const kinds = makeKinds();
  const engineTime = await timeEngine(digitImage());
  const engine: number[] = [];
  const alone: Rounds = new Map();
  const many: Rounds = new Map();
  const parallel: Rounds = new Map();

  const single: Servers = {
    ours: await startServer("ours"),
    bare: await startServer("bare"),
  };
  // A server is fast only after it was asked some thousand times.
  await addRound(new Map(), single, kinds, CONNECTIONS, 2 * milliseconds);
  for (let round = 0; round < count; round++) {
    engine.push(engineTime());
    await addRound(alone, single, kinds, 1, milliseconds);
    await addRound(many, single, kinds, CONNECTIONS, milliseconds);
  }
  await single.ours.stop();
  await single.bare.stop();

  const threads: Servers = {
    ours: await startParallel("ours"),
    bare: await startParallel("bare"),
  };
  await addRound(new Map(), threads, kinds, CONNECTIONS, 2 * milliseconds);
  for (let round = 0; round < count; round++) {
    await addRound(parallel, threads, kinds, CONNECTIONS, milliseconds);
  }
  await threads.ours.stop();
  await threads.bare.stop();

  print("One at a time, one process:", alone);
  print(`${CONNECTIONS} at a time, one process:`, many);
  print(`${CONNECTIONS} at a time, deno serve --parallel:`, parallel);
  judge(alone, engine);
}
