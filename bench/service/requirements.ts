/**
 * Measures what answers cost beyond their parts: 784 bytes compared with a bare
 * POST with the same middleware plus the engine, and a drawing compared with
 * 784 bytes.
 *
 * @module
 */

import { drive, quantile } from "./load.ts";
import { median } from "./median.ts";
import type { PollingClient } from "./polling.ts";

/** The limits: a ratio, and milliseconds. */
export const LIMITS = { ratio: 1.5, picture: 1 };

/** The parts to compare. */
export interface Parts {
  /** Port of the bare server with the service's middleware. */
  readonly barePort: number;
  /** Port of the service. */
  readonly ourPort: number;
  /** The bare server's request. */
  readonly bare: Uint8Array<ArrayBuffer>;
  /** The request of 784 bytes. */
  readonly digit: Uint8Array<ArrayBuffer>;
  /** The request with a drawing. */
  readonly picture: Uint8Array<ArrayBuffer>;
  /** Measures the engine's own milliseconds per image, on the servers' core. */
  readonly engine: () => Promise<number>;
}

/** Milliseconds of each part in one turn. */
export interface Turn {
  /** A bare POST. */
  readonly bare: number;
  /**
   * One image in the engine: the mean of a measurement before and one after the
   * others.
   */
  readonly engine: number;
  /** The answer to 784 bytes. */
  readonly digit: number;
  /** The answer to a drawing. */
  readonly picture: number;
}

/**
 * Milliseconds per part and turn: short, so that all parts of a turn meet the
 * same conditions.
 */
const SLICE = 50;

/** Warm-up rounds. */
const SETTLING_ROUNDS = 30;

/** Milliseconds per part in a warm-up round. */
const SETTLING = 500;

/**
 * Sends all kinds of requests until the servers are at full speed. V8 fully
 * optimizes only code that ran some ten thousand times, and a request runs most
 * code once, so a server settles after about 40,000 requests.
 */
export async function settle(parts: Parts): Promise<void> {
  for (let round = 0; round < SETTLING_ROUNDS; round++) {
    await drive(parts.barePort, parts.bare, 1, SETTLING);
    await drive(parts.ourPort, parts.digit, 1, SETTLING);
    await drive(parts.ourPort, parts.picture, 1, SETTLING);
  }
}

/**
 * Measures all parts, turn by turn.
 *
 * @param connections Concurrent requests. With one, a time is the median
 *   latency; with more, it is the mean time between answers.
 * @param turns How many turns.
 * @param client Sends requests one at a time instead of a client that sleeps.
 */
export async function measureTurns(
  parts: Parts,
  connections: number,
  turns: number,
  client: PollingClient | null = null,
): Promise<Turn[]> {
  const time = async (port: number, request: Uint8Array<ArrayBuffer>) => {
    if (connections === 1 && client) {
      return median(client.ask(port, request, SLICE));
    }
    const load = await drive(port, request, connections, SLICE);
    return connections === 1 ? quantile(load, 0.5) : 1000 / load.rate;
  };
  const found: Turn[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const before = await parts.engine();
    const bare = await time(parts.barePort, parts.bare);
    const digit = await time(parts.ourPort, parts.digit);
    const picture = await time(parts.ourPort, parts.picture);
    // A core whose speed changes during a turn counts as neither fast nor slow.
    const engine = (before + await parts.engine()) / 2;
    found.push({ bare, engine, digit, picture });
  }
  return found;
}

/**
 * A turn whose engine took longer than the least by this factor was slowed
 * down.
 */
const SLOWER = 1.15;

/**
 * The turns in which the servers' core ran at full speed, judged by the
 * engine's time.
 *
 * @param turns A selection of all turns.
 * @param least The engine's least time in any turn.
 */
export function atFullSpeed(turns: readonly Turn[], least: number): Turn[] {
  return turns.filter(({ engine }) => engine <= SLOWER * least);
}

/** The median and the quartiles of a list. */
export interface Quartiles {
  /** First quartile. */
  readonly low: number;
  /** Median. */
  readonly middle: number;
  /** Third quartile. */
  readonly high: number;
}

/**
 * Summarizes the turns.
 *
 * @returns 784 bytes relative to bare POST plus engine, and the extra
 *   milliseconds of a drawing.
 */
export function judgeTurns(
  turns: readonly Turn[],
): { ratio: Quartiles; picture: Quartiles } {
  return {
    ratio: quartiles(
      turns.map(({ bare, engine, digit }) => digit / (bare + engine)),
    ),
    picture: quartiles(turns.map(({ digit, picture }) => picture - digit)),
  };
}

function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}
