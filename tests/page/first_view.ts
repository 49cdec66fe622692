/// <reference lib="dom" />
/**
 * Measures the first view on a phone four times as slow as this machine, with
 * Chrome's "Fast 3G": `deno run -A --config src/page/deno.json tests/page/first_view.ts [RUNS]`.
 *
 * This is not a test: figures depend on the machine, which should be idle.
 *
 * @module
 */

import type { Browser, CDPSession } from "playwright-core";
import {
  drawWithFinger,
  type Path,
  startApp,
  startBrowser,
} from "./browser.ts";

/** Chrome's "Fast 3G", in bytes a second and milliseconds. */
const FAST_3G = {
  offline: false,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
  latency: 562.5,
};

const SLOWER = 4;

const PHONE = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

/** A short stroke: a one. */
const STROKE: Path = [[500, 200], [500, 400], [495, 600], [490, 800]];

/** Figures of one visit; times in milliseconds since navigation. */
interface Visit {
  readonly "first paint": number;
  readonly "first answer": number;
  readonly "layout shift": number;
  readonly "long tasks": number;
  readonly "longest task": number;
  readonly "KB over the wire": number;
}

/** Observes shifts, long tasks and the first answer, from the start. */
function observe(): void {
  const seen = { shift: 0, tasks: [] as number[], answer: 0 };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as unknown as {
        value: number;
        hadRecentInput: boolean;
      };
      if (entry.entryType === "longtask") seen.tasks.push(entry.duration);
      else if (!hadRecentInput) seen.shift += value;
    }
  }).observe({ entryTypes: ["layout-shift", "longtask"] });
  const timer = setInterval(() => {
    const digit = document.getElementById("digit")?.textContent ?? "";
    if (digit === "") return;
    seen.answer = performance.now();
    clearInterval(timer);
  }, 4);
}

async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => bytes;
}

async function visit(browser: Browser, origin: string): Promise<Visit> {
  const context = await browser.newContext({
    ...PHONE,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes = await countBytes(session);
  await session.send("Network.emulateNetworkConditions", FAST_3G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(observe);
  await page.goto(origin, { waitUntil: "commit" });
  await page.locator("#pad").waitFor();
  // Nobody draws on what is not shown yet.
  await page.waitForFunction(() =>
    performance.getEntriesByName("first-contentful-paint").length > 0
  );
  // One stroke: if it begins before the script is there, it must be kept.
  await drawWithFinger(page, STROKE);
  await page.waitForFunction(() =>
    (globalThis as never as Seen).seen.answer > 0
  );
  await page.waitForTimeout(1500);
  const { seen, paint } = await page.evaluate(() => ({
    seen: (globalThis as never as Seen).seen,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  }));
  const total = bytes();
  await context.close();
  return {
    "first paint": Math.round(paint ?? NaN),
    "first answer": Math.round(seen.answer),
    "layout shift": Number(seen.shift.toFixed(4)),
    "long tasks": seen.tasks.length,
    "longest task": Math.max(0, ...seen.tasks),
    "KB over the wire": Number((total / 1000).toFixed(1)),
  };
}

interface Seen {
  readonly seen: {
    readonly shift: number;
    readonly tasks: readonly number[];
    readonly answer: number;
  };
}

const runs = Number(Deno.args[0] ?? 5);
const app = await startApp();
const browser = await startBrowser();
try {
  const visits: Visit[] = [];
  for (let run = 0; run < runs; run++) {
    visits.push(await visit(browser, app.origin));
  }
  console.table(visits);
} finally {
  await browser.close();
  await app.stop();
}
