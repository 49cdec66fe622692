/**
 * How long a digit takes while other clients ask for much:
 * `deno run -A --config bench/deno.json bench/long_work.ts [seconds]`.
 *
 * One client sends 784 bytes again and again, alone and beside two clients that
 * ask for 100 digits or send large JPEGs. Exits with 1 if a digit takes more
 * than 15 ms at p99.
 *
 * @module
 */

import jpeg from "jpeg-js";
import type { BusyRequest } from "./load/busy.ts";
import { startService } from "./load/service.ts";
import { drive, type Load, quantile } from "./service/load.ts";
import { digitImage, post } from "./service/requests.ts";

/** Milliseconds that a digit may take at p99. */
const LIMIT = 15;

/** Clients that ask for much. */
const CLIENTS = 2;

/** Milliseconds for which these ask before digits are timed, and longer. */
const LEAD = 1000;

/** A JPEG of dark diagonals on grey paper. */
function jpegOf(side: number): Uint8Array {
  const data = new Uint8Array(4 * side * side).fill(230);
  for (let y = 0; y < side; y++) {
    for (const x of [y, side - 1 - y]) {
      const from = 4 * (side * y + x);
      data.fill(20, from, from + side / 5);
    }
  }
  return jpeg.encode({ width: side, height: side, data }, 80).data;
}

/** What the other clients send. */
const OTHERS: Readonly<Record<string, Uint8Array>> = {
  "100 digits": new TextEncoder().encode(
    "GET /sample?count=100 HTTP/1.1\r\nHost: x\r\n\r\n",
  ),
  "JPEGs of 1024x1024": post(jpegOf(1024), "image/jpeg"),
  "JPEGs of 4000x4000": post(jpegOf(4000), "image/jpeg"),
};

/** Sends a request from another thread; returns how often it was answered. */
async function keepBusy(request: BusyRequest): Promise<number> {
  const url = new URL("./load/busy.ts", import.meta.url);
  const thread = new Worker(url, { type: "module" });
  const answered = Promise.withResolvers<number>();
  thread.onmessage = ({ data }) => answered.resolve(data);
  thread.postMessage(request);
  try {
    return await answered.promise;
  } finally {
    thread.terminate();
  }
}

/** Prints a line of figures and returns the p99. */
function print(what: string, load: Load, others: number): number {
  const late = quantile(load, 0.99);
  console.log(
    `${what}: p50 ${quantile(load, 0.5).toFixed(2)} ms, ` +
      `p99 ${late.toFixed(2)} ms, at most ${
        quantile(load, 1).toFixed(1)
      } ms; ` +
      `${load.times.length} digits, ${others} others`,
  );
  return late;
}

if (import.meta.main) {
  const milliseconds = 1000 * Number(Deno.args[0] ?? 10);
  const { origin, stop } = await startService(false);
  const port = Number(new URL(origin).port);
  const digit = post(digitImage(), "application/octet-stream");
  // Until V8 has compiled what runs often.
  await drive(port, digit, 1, 2000);
  print("alone", await drive(port, digit, 1, milliseconds), 0);
  for (const [what, request] of Object.entries(OTHERS)) {
    const others = keepBusy({
      port,
      request,
      clients: CLIENTS,
      milliseconds: milliseconds + 2 * LEAD,
    });
    await new Promise((resolve) => setTimeout(resolve, LEAD));
    const load = await drive(port, digit, 1, milliseconds);
    if (print(`beside ${what}`, load, await others) > LIMIT) Deno.exitCode = 1;
  }
  await stop();
}
