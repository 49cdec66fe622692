/// <reference lib="dom" />
/**
 * Counts frames while somebody draws and "see it think" is on, at full speed
 * and on a processor four times as slow:
 * `deno run -A --config src/page/deno.json tests/page/think_frames.ts [SECONDS]`.
 *
 * This is not a test: figures depend on the machine, which should be idle.
 *
 * @module
 */

import type { Browser, Page } from "playwright-core";
import { startApp, startBrowser } from "./browser.ts";
import { DESKTOP, PHONE } from "./checks.ts";
import { definePen } from "./eight.ts";

/** How much slower the processor is made. */
const SLOWNESS = [1, 4];

/** Figures of one run. */
interface Run {
  readonly screen: string;
  readonly slower: number;
  readonly "frames a second": number;
  readonly "95 % of frames within, ms": number;
  readonly "frames over 20 ms": number;
}

/**
 * Draws round and round on the square, a point a frame, and returns the time
 * of each frame.
 */
async function drawFor(page: Page, seconds: number): Promise<number[]> {
  await page.evaluate(definePen);
  // An eight does not become a scribble: a stroke a turn.
  return await page.evaluate((milliseconds) => {
    return new Promise<number[]>((resolve) => {
      const times: number[] = [];
      let [start, last, turn] = [0, 0, 0];
      const frame = (now: number) => {
        if (start === 0) {
          start = now;
          sendPen("pointerdown", 0);
        } else {
          times.push(now - last);
          turn += 1 / 90;
          if (turn > 1) {
            turn = 0;
            sendPen("pointerup", 1);
            document.getElementById("clear")!.click();
            sendPen("pointerdown", 0);
          } else sendPen("pointermove", turn);
        }
        last = now;
        if (now - start < milliseconds) requestAnimationFrame(frame);
        else {
          sendPen("pointerup", turn);
          resolve(times);
        }
      };
      requestAnimationFrame(frame);
    });
  }, seconds * 1000);
}

async function measure(
  browser: Browser,
  origin: string,
  screen: "phone" | "desktop",
  seconds: number,
): Promise<Run[]> {
  const context = await browser.newContext({
    ...(screen === "phone" ? { ...PHONE, deviceScaleFactor: 2 } : DESKTOP),
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator("#think-switch").check();
  await page.locator(".think-empty").waitFor();
  await drawFor(page, 1);
  const session = await context.newCDPSession(page);
  const runs: Run[] = [];
  for (const rate of SLOWNESS) {
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    const times = (await drawFor(page, seconds)).sort((a, b) => a - b);
    const total = times.reduce((sum, time) => sum + time, 0);
    runs.push({
      screen,
      slower: rate,
      "frames a second": Number((times.length / total * 1000).toFixed(1)),
      "95 % of frames within, ms": Number(
        times[Math.floor(times.length * 0.95)]!.toFixed(1),
      ),
      "frames over 20 ms": times.filter((time) => time > 20).length,
    });
  }
  await context.close();
  return runs;
}

const seconds = Number(Deno.args[0] ?? 4);
const app = await startApp();
const browser = await startBrowser();
try {
  console.table([
    ...await measure(browser, app.origin, "phone", seconds),
    ...await measure(browser, app.origin, "desktop", seconds),
  ]);
} finally {
  await browser.close();
  await app.stop();
}
