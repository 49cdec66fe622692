/// <reference lib="dom" />

/**
 * The viewer of the API's document in a real Chromium: it obeys the strict
 * policy, and what it sends is answered.
 *
 * @module
 */

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Browser, Locator, Page } from "playwright-core";
import { encodePng } from "../../src/image/png/encode.ts";
import { browserTest, startApp } from "../page/browser.ts";

/** What went wrong on a page: violations of the policy, errors, failed loads. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("console", (line) => {
    if (line.type() === "error") faults.push(line.text());
  });
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("requestfailed", (request) => faults.push(request.url()));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    const isLocal = hostname === "127.0.0.1" || protocol !== "http:";
    if (!isLocal) faults.push(`from elsewhere: ${request.url()}`);
  });
  return faults;
}

/** Opens the viewer and unfolds a route. */
async function open(
  page: Page,
  origin: string,
  operation: string,
): Promise<Locator> {
  await page.goto(`${origin}/docs`);
  const block = page.locator(`[id$="-${operation}"]`);
  await block.locator(".opblock-summary-control").click();
  await block.getByRole("button", { name: "Execute" }).waitFor();
  return block;
}

/** Sends the request; the answer must be shown with its status and this text. */
async function execute(
  block: Locator,
  shown: string,
): Promise<void> {
  await block.getByRole("button", { name: "Execute" }).click();
  await block.locator(".live-responses-table .response")
    .filter({ hasText: /^\s*200/ }).filter({ hasText: shown }).waitFor();
}

async function withPage(
  browser: Browser,
  use: (page: Page, origin: string) => Promise<void>,
): Promise<void> {
  const { origin, stop } = await startApp();
  try {
    const page = await browser.newPage();
    const faults = watch(page);
    await use(page, origin);
    assert.deepEqual(faults, []);
    await page.close();
  } finally {
    await stop();
  }
}

/** A one: a bar of ink on white. */
const BAR = Uint8Array.from(
  { length: 784 },
  (_, i) => i % 28 >= 12 && i % 28 < 16 && i > 112 && i < 672 ? 255 : 0,
);

/** A zero: a ring of ink. */
const ZERO = Uint8Array.from({ length: 784 }, (_, i) => {
  const radius = Math.hypot(i % 28 - 14, Math.floor(i / 28) - 14);
  return radius > 6 && radius < 9 ? 255 : 0;
});

browserTest(
  "GET /docs sends JSON, a file and bytes",
  (browser) =>
    withPage(browser, async (page, origin) => {
      const block = await open(page, origin, "recognize");
      await execute(block, '"digit": 7');
      const type = block.locator(".opblock-section-request-body select")
        .first();
      // Other digits than before, so that an old answer is not taken for a new one.
      const files = [
        ["image/png", encodePng({ width: 28, height: 28, pixels: BAR }), 1],
        ["application/octet-stream", ZERO, 0],
      ] as const;
      for (const [mimeType, bytes, digit] of files) {
        await type.selectOption(mimeType);
        await block.locator("input[type=file]").setInputFiles({
          name: "digit",
          mimeType,
          buffer: Buffer.from(bytes),
        });
        await execute(block, `"digit": ${digit}`);
      }
    }),
);

browserTest(
  "GET /docs shows generated digits",
  (browser) =>
    withPage(browser, async (page, origin) => {
      const block = await open(page, origin, "sample");
      await execute(block, '"samples"');
    }),
);

browserTest(
  "GET /docs follows the system's colours and fits a phone",
  (browser) =>
    withPage(browser, async (page, origin) => {
      const background = () =>
        page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 390, height: 844 });
      await open(page, origin, "recognize");
      const light = await background();
      const width = await page.evaluate(() =>
        document.documentElement.scrollWidth
      );
      assert.ok(width <= 390, `${width} pixels wide`);
      await page.emulateMedia({ colorScheme: "dark" });
      // The viewer's script hears of the change only after the styles have it.
      await page.locator("html.dark-mode").waitFor({ state: "attached" });
      assert.notEqual(await background(), light);
    }),
);
