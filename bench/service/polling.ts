/**
 * Sends the same request repeatedly, like load.ts, on one connection and
 * without ever sleeping: it polls a socket of the C library until the answer
 * arrives.
 *
 * A client that waits in an event loop sleeps and has to be woken, which takes
 * longer the longer it has slept: about 10 µs more for an answer after 0.1 ms
 * than for one that arrives before the client sleeps. That is not the service's
 * cost.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { answerLength } from "./load.ts";

/** The functions of the C library in use. */
const SYMBOLS = {
  socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
  connect: { parameters: ["i32", "buffer", "u32"], result: "i32" },
  setsockopt: {
    parameters: ["i32", "i32", "i32", "buffer", "u32"],
    result: "i32",
  },
  send: { parameters: ["i32", "buffer", "usize", "i32"], result: "isize" },
  recv: { parameters: ["i32", "buffer", "usize", "i32"], result: "isize" },
  close: { parameters: ["i32"], result: "i32" },
} as const;

/** Linux's constants. */
const AF_INET = 2;
const SOCK_STREAM = 1;
const IPPROTO_TCP = 6;
const TCP_NODELAY = 1;
const MSG_DONTWAIT = 0x40;

/** Maximum bytes of an answer. */
const MOST = 1 << 16;

/** How long to wait for an answer, in milliseconds. */
const PATIENCE = 5000;

/** A client that does not sleep. */
export interface PollingClient {
  /**
   * Sends one request after another until the time is up; nothing else runs
   * meanwhile.
   *
   * @param port Port of the server on this machine; it must be another process.
   * @param request The bytes of a whole request, small enough for one send.
   * @param milliseconds Duration.
   * @returns Milliseconds per answer, at least one, in order.
   * @throws {Error} if no server listens, an answer's status is not 200, it has
   *   more than 64 KB, or none arrives.
   */
  ask(
    port: number,
    request: Uint8Array<ArrayBuffer>,
    milliseconds: number,
  ): number[];
}

/**
 * Creates a client.
 *
 * @returns Null if the system is not Linux with the GNU C library.
 */
export function createPollingClient(): PollingClient | null {
  if (Deno.build.os !== "linux") return null;
  try {
    const { symbols } = Deno.dlopen("libc.so.6", SYMBOLS);
    return { ask: (...what) => askWith(symbols, ...what) };
  } catch {
    return null;
  }
}

type Library = Deno.DynamicLibrary<typeof SYMBOLS>["symbols"];

function askWith(
  library: Library,
  port: number,
  request: Uint8Array<ArrayBuffer>,
  milliseconds: number,
): number[] {
  const wire = library.socket(AF_INET, SOCK_STREAM, 0);
  try {
    const address = new Uint8Array(16);
    address.set([AF_INET, 0, port >> 8, port & 255, 127, 0, 0, 1]);
    if (library.connect(wire, address, address.length) !== 0) {
      throw new Error(`No server listens on port ${port}`);
    }
    const on = Uint8Array.of(1, 0, 0, 0);
    library.setsockopt(wire, IPPROTO_TCP, TCP_NODELAY, on, on.length);
    const buffer = Buffer.alloc(MOST);
    const times: number[] = [];
    const until = performance.now() + milliseconds;
    do {
      times.push(askOnce(library, wire, request, buffer));
    } while (performance.now() < until);
    return times;
  } finally {
    library.close(wire);
  }
}

/** Sends a request and waits for the whole answer. */
function askOnce(
  library: Library,
  wire: number,
  request: Uint8Array<ArrayBuffer>,
  buffer: Buffer<ArrayBuffer>,
): number {
  const began = performance.now();
  const sent = Number(library.send(wire, request, BigInt(request.length), 0));
  if (sent !== request.length) {
    throw new Error(`${sent} of ${request.length} bytes were sent`);
  }
  let arrived = began;
  for (let length = 0, whole = Infinity; length < whole;) {
    const rest = buffer.subarray(length);
    const read = Number(
      library.recv(wire, rest, BigInt(rest.length), MSG_DONTWAIT),
    );
    arrived = performance.now();
    if (read === 0) throw new Error("The server hung up");
    if (read > 0) {
      length += read;
      if (whole === Infinity) whole = answerLength(buffer, length);
      if (whole > MOST && length === MOST) {
        throw new Error(`An answer of more than ${MOST} bytes`);
      }
    } else if (arrived - began > PATIENCE) {
      throw new Error(`No whole answer within ${PATIENCE} ms`);
    }
  }
  return arrived - began;
}
