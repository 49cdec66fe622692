/**
 * Asks a server the same thing again and again over kept connections.
 *
 * It is light, so that the server is measured and not what asks: a request is
 * a ready array of bytes, and of an answer only status and length are read.
 *
 * @module
 */

import { Buffer } from "node:buffer";

/** How long the answers took. */
export interface Load {
  /** Milliseconds of each answer, sorted. */
  readonly times: readonly number[];
  /** Answers a second. */
  readonly rate: number;
}

/**
 * Sends one request after another on each connection until time is up.
 *
 * @param port Where the server listens, on this machine.
 * @param request The bytes of a whole request.
 * @param connections Requests that are under way at once.
 * @param milliseconds For how long.
 * @throws {Error} if an answer's status is not 200.
 */
export async function drive(
  port: number,
  request: Uint8Array,
  connections: number,
  milliseconds: number,
): Promise<Load> {
  const began = performance.now();
  const until = began + milliseconds;
  const times = (await Promise.all(
    Array.from({ length: connections }, () => ask(port, request, until)),
  )).flat().sort((a, b) => a - b);
  return { times, rate: 1000 * times.length / (performance.now() - began) };
}

/**
 * The time below which a share of all answers came.
 *
 * @param load What was measured.
 * @param share 0 to 1; 0.5 is the median.
 * @returns Milliseconds.
 */
export function quantile({ times }: Load, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ??
    NaN;
}

/** One connection's requests, at least one. */
async function ask(
  port: number,
  request: Uint8Array,
  until: number,
): Promise<number[]> {
  const wire = await Deno.connect({ hostname: "127.0.0.1", port });
  wire.setNoDelay();
  let buffer = Buffer.alloc(1 << 16);
  const times: number[] = [];
  try {
    do {
      const began = performance.now();
      for (let sent = 0; sent < request.length;) {
        sent += await wire.write(request.subarray(sent));
      }
      let length = 0;
      let whole = Infinity;
      let arrived = began;
      while (length < whole) {
        if (length === buffer.length) {
          buffer = Buffer.concat([buffer, Buffer.alloc(buffer.length)]);
        }
        const read = await wire.read(buffer.subarray(length));
        arrived = performance.now();
        if (read === null) throw new Error("The server hung up");
        length += read;
        if (whole === Infinity) whole = answerLength(buffer, length);
      }
      // What it takes to look at the answer is not the server's.
      times.push(arrived - began);
    } while (performance.now() < until);
  } finally {
    wire.close();
  }
  return times;
}

/**
 * Bytes of an answer's head and body together; Infinity until the head is whole.
 *
 * @param buffer Begins with the answer.
 * @param length Bytes of it that have come.
 * @throws {Error} if its status is not 200, or it tells no length.
 */
export function answerLength(buffer: Buffer, length: number): number {
  const head = buffer.subarray(0, length).indexOf("\r\n\r\n");
  if (head < 0) return Infinity;
  const text = buffer.toString("latin1", 0, head);
  if (!text.startsWith("HTTP/1.1 200")) throw new Error(text);
  const body = /\ncontent-length: (\d+)/i.exec(text)?.[1];
  if (body === undefined) throw new Error(`An answer of no length: ${text}`);
  return head + 4 + Number(body);
}
