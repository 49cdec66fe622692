/// <reference lib="dom" />
/**
 * Measures what a frame costs while somebody draws and "see it think" is on, in
 * milliseconds of processor time, which a busy machine changes less than frames
 * a second: `deno run -A --config src/page/deno.json tests/page/think_cost.ts
 * [TURNS] [FOLDER...]`. Each folder is a working tree, whose page is measured by
 * turns with the others'; by default this one's.
 *
 * This is not a test. The page's clock is made to pass a sixtieth of a second
 * with every frame, so that every frame has all the work of one in time.
 *
 * @module
 */

import type { Browser } from "playwright-core";
import { createApp } from "../../src/app.ts";
import { loadModels } from "../../src/models.ts";
import { startBrowser } from "./browser.ts";
import { DESKTOP, PHONE } from "./checks.ts";
import { definePen } from "./eight.ts";

/** Frames in a turn: an eight, as think_frames.ts draws it. */
const FRAMES = 90;

/** Kinds of work on the main thread, by the names of their trace events. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  script: [
    "FunctionCall",
    "RunMicrotasks",
    "FireAnimationFrame",
    "EventDispatch",
    "v8.callFunction",
  ],
  style: ["UpdateLayoutTree"],
  layout: ["Layout"],
  paint: ["PrePaint", "Paint", "Layerize", "UpdateLayer", "Commit"],
};

/** A complete event of a trace; times in microseconds of its thread. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tts: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Milliseconds a frame. */
type Cost = Record<string, number>;

/** Serves the application with the page of a working tree. */
function serve(app: ReturnType<typeof createApp>, folder: string) {
  const quiet = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  return Deno.serve(quiet, async (request) => {
    const { pathname } = new URL(request.url);
    const path = pathname === "/" ? "/index.html" : pathname;
    if (!/^\/(index.html|page\/)/.test(path)) return await app.fetch(request);
    const type = { js: "text/javascript", css: "text/css", html: "text/html" };
    const end = path.split(".").at(-1) as keyof typeof type;
    return new Response(await Deno.readFile(`${folder}/static${path}`), {
      headers: { "Content-Type": type[end] },
    });
  });
}

/** Draws an eight, a point a frame, and clears it. */
function drawEight(frames: number): Promise<void> {
  let now = performance.now();
  performance.now = () => now;
  return new Promise((resolve) => {
    let count = 0;
    const frame = () => {
      now += 1000 / 60;
      sendPen(count === 0 ? "pointerdown" : "pointermove", count / frames);
      if (++count < frames) {
        requestAnimationFrame(frame);
        return;
      }
      sendPen("pointerup", 1);
      document.getElementById("clear")!.click();
      resolve();
    };
    requestAnimationFrame(frame);
  });
}

async function openPage(
  browser: Browser,
  port: number,
  screen: "phone" | "desktop",
) {
  const context = await browser.newContext({
    ...(screen === "phone" ? PHONE : DESKTOP),
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}`);
  await page.locator("#think-switch").check();
  await page.evaluate(definePen);
  await page.evaluate(drawEight, FRAMES);
  const turn = async (): Promise<Cost> => {
    await page.bringToFront();
    const categories = ["toplevel", "devtools.timeline"];
    await browser.startTracing(page, { categories });
    await page.evaluate(drawEight, FRAMES);
    const trace = new TextDecoder().decode(await browser.stopTracing());
    return costOf(JSON.parse(trace).traceEvents);
  };
  return { turn, close: () => context.close() };
}

/** What the threads did, each event without those inside it. */
function costOf(events: readonly TraceEvent[]): Cost {
  const threads = new Map<string, TraceEvent[]>();
  let main = "";
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    if (event.args.name === "CrRendererMain") main = thread;
    if (event.ph !== "X" || event.tdur === undefined) continue;
    const list = threads.get(thread) ?? [];
    if (list.push(event) === 1) threads.set(thread, list);
  }
  const cost: Cost = { "all threads": 0, "main thread": 0 };
  const add = (name: string, microseconds: number) =>
    cost[name] = (cost[name] ?? 0) + microseconds / 1000 / FRAMES;
  for (const [thread, list] of threads) {
    list.sort((a, b) => a.tts - b.tts || b.tdur! - a.tdur!);
    /** Open events, with the kind that their own time belongs to. */
    const open: { kind: string | undefined; end: number }[] = [];
    for (const { name, tts, tdur } of list) {
      while (open.length > 0 && open.at(-1)!.end <= tts) open.pop();
      const around = open.at(-1);
      if (around === undefined) {
        add("all threads", tdur!);
        if (thread === main) add("main thread", tdur!);
      }
      const kind = Object.keys(KINDS).find((kind) =>
        KINDS[kind]!.includes(name)
      );
      open.push({ kind, end: tts + tdur! });
      if (thread !== main) continue;
      if (around?.kind !== undefined) add(around.kind, -tdur!);
      if (kind !== undefined) add(kind, tdur!);
    }
  }
  return cost;
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[values.length >> 1]!;

const [turns = "5", ...folders] = Deno.args;
if (folders.length === 0) folders.push(".");
const app = createApp(await loadModels());
const servers = folders.map((folder) => serve(app, folder));
const browser = await startBrowser();
try {
  for (const screen of ["phone", "desktop"] as const) {
    const pages = [];
    for (const { addr } of servers) {
      pages.push(await openPage(browser, addr.port, screen));
    }
    const costs = folders.map((): Cost[] => []);
    for (let turn = 0; turn < Number(turns); turn++) {
      for (const [i, page] of pages.entries()) {
        costs[i]!.push(await page.turn());
      }
    }
    const names = ["all threads", "main thread", ...Object.keys(KINDS)];
    console.table(folders.map((folder, i) => ({
      screen,
      folder,
      ...Object.fromEntries(names.map((name) => [
        `${name}, ms`,
        Number(median(costs[i]!.map((cost) => cost[name] ?? 0)).toFixed(2)),
      ])),
    })));
    for (const page of pages) await page.close();
  }
} finally {
  await browser.close();
  for (const server of servers) await server.shutdown();
  await app.stop();
}
