/**
 * Sends the same request repeatedly over persistent connections.
 *
 * It is lightweight, so that it measures the server rather than the client: a
 * request is a prepared array of bytes, and only an answer's status and length
 * are read.
 *
 * @module
 */

import { Buffer } from "node:buffer";

/** Latencies of the answers. */
export interface Load {
  /** Milliseconds per answer, sorted. */
  readonly times: readonly number[];
  /** Answers per second. */
  readonly rate: number;
}

/**
 * Sends one request after another on each connection until the time is up.
 *
 * @param port Port of the server on this machine.
 * @param request The bytes of a whole request.
 * @param connections Concurrent requests.
 * @param milliseconds Duration.
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
 * A quantile of the latencies.
 *
 * @param load The measurement.
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
      // Parsing the answer is not the server's time.
      times.push(arrived - began);
    } while (performance.now() < until);
  } finally {
    wire.close();
  }
  return times;
}

/**
 * Bytes of an answer's head and body together; Infinity until the head is
 * complete.
 *
 * @param buffer Starts with the answer.
 * @param length Bytes of it received so far.
 * @throws {Error} if its status is not 200, or it has no length.
 */
export function answerLength(buffer: Buffer, length: number): number {
  const head = buffer.subarray(0, length).indexOf("\r\n\r\n");
  if (head < 0) return Infinity;
  const text = buffer.toString("latin1", 0, head);
  if (!text.startsWith("HTTP/1.1 200")) throw new Error(text);
  const body = /\ncontent-length: (\d+)/i.exec(text)?.[1];
  if (body === undefined) {
    throw new Error(`An answer without a length: ${text}`);
  }
  return head + 4 + Number(body);
}
