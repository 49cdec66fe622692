/**
 * What answers cost beyond their parts: a digit of 784 bytes beside a bare POST
 * and the engine, and a drawing beside that digit.
 *
 * @module
 */

import { drive, quantile } from "./load.ts";
import { median } from "./median.ts";
import type { PollingClient } from "./polling.ts";

/** The limits: a ratio, and milliseconds. */
export const LIMITS = { ratio: 1.25, picture: 0.4 };

/** What is compared. */
export interface Parts {
  /** Port of the bare server. */
  readonly barePort: number;
  /** Port of ours. */
  readonly ourPort: number;
  /** The bare server's request. */
  readonly bare: Uint8Array<ArrayBuffer>;
  /** The request of 784 bytes. */
  readonly digit: Uint8Array<ArrayBuffer>;
  /** The request with a drawing. */
  readonly picture: Uint8Array<ArrayBuffer>;
  /** Measures the engine's own milliseconds for one image, where servers run. */
  readonly engine: () => Promise<number>;
}

/** Milliseconds of each part in one turn. */
export interface Turn {
  /** A bare POST. */
  readonly bare: number;
  /** One image in the engine, the mean of before and after the others. */
  readonly engine: number;
  /** The answer to 784 bytes. */
  readonly digit: number;
  /** The answer to a drawing. */
  readonly picture: number;
}

/** Milliseconds that a part is asked for in one turn: short, so that all parts of it meet the same machine. */
const SLICE = 50;

/** Rounds in which servers are asked before they are measured. */
const SETTLING_ROUNDS = 30;

/** Milliseconds that each part of a round takes. */
const SETTLING = 500;

/**
 * Asks for all parts until the servers are as fast as they get. V8 compiles
 * for good only what ran some ten thousand times, and a request runs most of
 * the code once: a server settles after about 40,000 of them.
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
 * @param connections Requests that are under way at once. With one, a time is
 *   the median answer's; with more, it is the time from answer to answer.
 * @param turns How many turns.
 * @param client Asks one at a time in place of a client that sleeps.
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
    // A core whose speed changes meanwhile counts as neither fast nor slow.
    const engine = (before + await parts.engine()) / 2;
    found.push({ bare, engine, digit, picture });
  }
  return found;
}

/** A turn whose engine took longer than the least by this was slowed down. */
const SLOWER = 1.15;

/**
 * The turns in which the core that servers share ran at full speed, by what the
 * engine took. A core that others slow down has longer milliseconds.
 *
 * @param turns Some of all turns.
 * @param least The least that the engine took in any turn.
 */
export function atFullSpeed(turns: readonly Turn[], least: number): Turn[] {
  return turns.filter(({ engine }) => engine <= SLOWER * least);
}

/** The middle of a list, and the quarters on both sides of it. */
export interface Quartiles {
  /** A quarter is below. */
  readonly low: number;
  /** Half is below. */
  readonly middle: number;
  /** Three quarters are below. */
  readonly high: number;
}

/**
 * What the turns come to.
 *
 * @returns 784 bytes as a share of bare POST and engine together, and the
 *   milliseconds that a drawing takes more.
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
