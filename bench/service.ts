/**
 * Compares the service with a bare Hono POST in one run: latency with one
 * request at a time, throughput with many, on one thread and on all; then
 * checks the service's limits.
 *
 * `deno run -A bench/service.ts [rounds] [milliseconds]`. All kinds of requests
 * alternate in every round; figures are medians of the rounds. Client and
 * server share the cores, except for the limits, where everything compared runs
 * on one core and the client on another.
 *
 * @module
 */

import { whileAwake } from "./service/awake.ts";
import { processorTime, type RunningServer, startServer } from "./servers.ts";
import { drive, quantile } from "./service/load.ts";
import { median } from "./service/median.ts";
import { createPollingClient } from "./service/polling.ts";
import { startParallel } from "./service/parallel.ts";
import { whilePinned } from "./service/pinning.ts";
import { digitImage, type Kind, makeKinds, NAMES } from "./service/requests.ts";
import {
  atFullSpeed,
  judgeTurns,
  LIMITS,
  measureTurns,
  type Quartiles,
  settle,
  type Turn,
} from "./service/requirements.ts";
import { countArgument } from "./count_argument.ts";

const CONNECTIONS = 16;

/** Number of turns for measuring the limits. */
const TURNS = 60;

/** Figures of one kind of request in one round. */
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

/** Measures every kind once and adds the results. */
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

function print(title: string, rounds: Rounds): void {
  const bare = rounds.get(NAMES.bare) ?? [];
  console.log(`\n${title}`);
  for (const [name, found] of rounds) {
    const of = (field: keyof Figures) => median(found.map((one) => one[field]));
    // Within a round, both ran under the same conditions.
    const ratio = median(found.map(({ rate }, i) => bare[i]!.rate / rate));
    console.log(
      `  ${name.padEnd(27)} ${of("rate").toFixed(0).padStart(6)} requests/s` +
        `, p50 ${of("median").toFixed(3)} ms, p99 ${of("late").toFixed(2)} ms` +
        `, ${(1000 * of("processor")).toFixed(0)} us of processor` +
        `, ${ratio.toFixed(2)} of bare`,
    );
  }
}

/** The engine's own milliseconds per image, measured by the server. */
async function askEngine(origin: string, image: Uint8Array): Promise<number> {
  const body = Uint8Array.from(image);
  const response = await fetch(origin, { method: "POST", body });
  return Number(await response.text());
}

/**
 * Prints the results for the limits, with the turns at full speed also
 * separately.
 */
function printRequirements(
  title: string,
  turns: readonly Turn[],
  least: number,
): void {
  console.log(`\n${title}`);
  printTurns(`all ${turns.length} turns`, turns);
  const fast = atFullSpeed(turns, least);
  if (fast.length === 0) console.log("  none at full speed");
  else printTurns(`the ${fast.length} at full speed`, fast);
}

function printTurns(which: string, turns: readonly Turn[]): void {
  const { ratio, picture } = judgeTurns(turns);
  const text = ({ low, middle, high }: Quartiles) =>
    `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
  const part = (field: keyof Turn) =>
    `${field} ${median(turns.map((turn) => turn[field])).toFixed(3)}`;
  console.log(
    `  ${which}\n` +
      `    784 bytes: ${
        text(ratio)
      } of bare with middleware + engine, limit ${LIMITS.ratio}\n` +
      `    PNG drawing: ${text(picture)} ms more, limit ${LIMITS.picture}\n` +
      `    ms: ${
        (["bare", "engine", "digit", "picture"] as const).map(part).join(", ")
      }`,
  );
}

if (import.meta.main) {
  const count = countArgument("rounds", Deno.args[0], 5);
  const milliseconds = countArgument("milliseconds", Deno.args[1], 500);
  const kinds = makeKinds();
  const alone: Rounds = new Map();
  const many: Rounds = new Map();
  const parallel: Rounds = new Map();

  const single: Servers = {
    ours: await startServer("sources"),
    bare: await startServer("bare"),
  };
  // A server reaches full speed only after some thousand requests.
  await addRound(new Map(), single, kinds, CONNECTIONS, 2 * milliseconds);
  for (let round = 0; round < count; round++) {
    await addRound(alone, single, kinds, 1, milliseconds);
    await addRound(many, single, kinds, CONNECTIONS, milliseconds);
  }
  const engine = await startServer("engine");
  const middleware = await startServer("middleware");
  const image = digitImage();
  const requestOf = (wanted: string) =>
    kinds.find(({ name }) => name === wanted)!.request;
  const parts = {
    barePort: middleware.port,
    ourPort: single.ours.port,
    bare: requestOf(NAMES.bare),
    digit: requestOf(NAMES.digit),
    picture: requestOf(NAMES.png),
    engine: () => askEngine(engine.origin, image),
  };
  const client = createPollingClient();
  const pids = [single.ours.pid, middleware.pid, engine.pid];
  const required = await whileAwake((awake) =>
    whilePinned(pids, async (cores) => {
      await settle(parts);
      return {
        where: [
          cores === null
            ? "not pinned to cores: engine and servers may have used different ones"
            : `servers and engine on core ${cores.server}, client on ${cores.client}`,
          awake ? "no core sleeps" : "cores may sleep",
        ].join("; "),
        polled: client && await measureTurns(parts, 1, TURNS, client),
        oneByOne: await measureTurns(parts, 1, TURNS),
        together: await measureTurns(parts, CONNECTIONS, TURNS),
      };
    })
  );
  await single.ours.stop();
  await single.bare.stop();
  await middleware.stop();
  await engine.stop();

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
  console.log(`\nLimits, quartiles of turns (${required.where})`);
  const { polled, oneByOne, together } = required;
  const least = Math.min(
    ...[...polled ?? [], ...oneByOne, ...together].map(({ engine }) => engine),
  );
  if (polled) {
    printRequirements(
      "One at a time, client that polls:",
      polled,
      least,
    );
  }
  printRequirements("One at a time, client that sleeps:", oneByOne, least);
  printRequirements(
    `${CONNECTIONS} at a time, from answer to answer:`,
    together,
    least,
  );
}
