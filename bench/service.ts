/**
 * Requests a second of our service beside a bare Hono POST, in one run.
 *
 * `deno run -A bench/service.ts [seconds]`. Requests go one after another over
 * 16 kept connections from this process, which shares the cores with the
 * server. Kinds take turns, several times; the best turn of each counts.
 *
 * @module
 */

import { encodePng } from "../src/image/png_encode.ts";
import {
  PIXEL_BODY,
  processorTime,
  type RunningServer,
  startServer,
} from "./servers.ts";

const CONNECTIONS = 16;
const TURNS = 4;

/** What is sent. */
interface Kind {
  readonly name: string;
  readonly server: "ours" | "bare";
  readonly request: Uint8Array;
}

function post(body: Uint8Array, type: string): Uint8Array {
  const head = new TextEncoder().encode(
    `POST /recognize HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n` +
      `Content-Length: ${body.length}\r\n\r\n`,
  );
  const request = new Uint8Array(head.length + body.length);
  request.set(head);
  request.set(body, head.length);
  return request;
}

function get(path: string): Uint8Array {
  return new TextEncoder().encode(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
}

/** A drawing of 280x280 as browsers send it: a bow, black on white. */
function drawing(): Uint8Array {
  const pixels = new Uint8Array(280 * 280).fill(255);
  for (let y = 60; y < 220; y++) {
    const x = Math.round(140 + 40 * Math.sin(y / 30));
    pixels.fill(0, y * 280 + x, y * 280 + x + 12);
  }
  return encodePng({ width: 280, height: 280, pixels });
}

const strokes = JSON.stringify({
  strokes: [{
    x: Array.from({ length: 60 }, (_, i) => 140 + 40 * Math.sin(i / 10)),
    y: Array.from({ length: 60 }, (_, i) => 40 + 3 * i),
  }],
});

const KINDS: readonly Kind[] = [
  {
    name: "bare Hono POST, 784 bytes",
    server: "bare",
    request: post(PIXEL_BODY, "application/octet-stream"),
  },
  {
    name: "/recognize, 784 bytes",
    server: "ours",
    request: post(PIXEL_BODY, "application/octet-stream"),
  },
  {
    name: "/recognize, PNG 280x280",
    server: "ours",
    request: post(drawing(), "image/png"),
  },
  {
    name: "/recognize, JSON strokes, 60 points",
    server: "ours",
    request: post(new TextEncoder().encode(strokes), "application/json"),
  },
  { name: "/sample", server: "ours", request: get("/sample?seed=1") },
];

/** Sends one request after another until time is up; tells each one's time. */
async function drive(
  port: number,
  request: Uint8Array,
  until: number,
): Promise<number[]> {
  const wire = await Deno.connect({ hostname: "127.0.0.1", port });
  wire.setNoDelay();
  const buffer = new Uint8Array(1 << 16);
  const times: number[] = [];
  while (performance.now() < until) {
    const began = performance.now();
    for (let sent = 0; sent < request.length;) {
      sent += await wire.write(request.subarray(sent));
    }
    let text = "";
    let whole = Infinity;
    while (text.length < whole) {
      const length = await wire.read(buffer);
      if (length === null) throw new Error("The server hung up");
      for (let i = 0; i < length; i++) text += String.fromCharCode(buffer[i]!);
      const head = text.indexOf("\r\n\r\n");
      const body = /content-length: (\d+)/i.exec(text)?.[1];
      if (head >= 0 && body !== undefined) whole = head + 4 + Number(body);
    }
    if (!text.startsWith("HTTP/1.1 200")) throw new Error(text.slice(0, 400));
    times.push(performance.now() - began);
  }
  wire.close();
  return times;
}

if (import.meta.main) {
  const seconds = Number(Deno.args[0] ?? 2);
  const servers: Record<"ours" | "bare", RunningServer> = {
    ours: await startServer("ours"),
    bare: await startServer("bare"),
  };
  const best = new Map<
    string,
    { rate: number; median: number; late: number; processor: number }
  >();
  for (let turn = 0; turn < TURNS; turn++) {
    for (const { name, server, request } of KINDS) {
      const began = performance.now();
      const until = began + 1000 * seconds;
      const { port, pid } = servers[server];
      const processorBefore = await processorTime(pid);
      const times = (await Promise.all(
        Array.from({ length: CONNECTIONS }, () => drive(port, request, until)),
      )).flat().sort((a, b) => a - b);
      const rate = 1000 * times.length / (performance.now() - began);
      const processor = (await processorTime(pid) - processorBefore) /
        times.length;
      if (rate <= (best.get(name)?.rate ?? 0)) continue;
      const median = times[times.length >> 1]!;
      const late = times[Math.floor(times.length * 0.99)]!;
      best.set(name, { rate, median, late, processor });
    }
  }
  for (const [name, { rate, median, late, processor }] of best) {
    console.log(
      `${name}: ${rate.toFixed(0)} requests/s, p50 ${median.toFixed(2)} ms, ` +
        `p99 ${late.toFixed(2)} ms, ${
          (1000 * processor).toFixed(0)
        } us of processor each`,
    );
  }
  await servers.ours.stop();
  await servers.bare.stop();
}
