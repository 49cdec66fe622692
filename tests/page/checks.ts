/**
 * Checks of the open page, each in a window of its own.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { browserTest, startApp } from "./browser.ts";

/** A window on a desk. */
export const DESKTOP = { viewport: { width: 1280, height: 900 } };
/** A phone. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

/** A check of an open page. */
export interface PageCheck {
  /** What the page does. */
  readonly name: string;
  /** The window. */
  readonly options: BrowserContextOptions;
  /** The link that is opened. */
  readonly link?: string;
  /** A URL that cannot be reached until the check says so. */
  readonly withhold?: string;
  /**
   * The check; asserts. From the call of `release` on, the URL that was withheld
   * can be reached.
   */
  readonly check: (page: Page, release: () => void) => Promise<void>;
}

/** Runs a check on its own page, which must log and throw no error. */
async function runOnPage(
  browser: Browser,
  origin: string,
  { options, link = "", withhold, check }: PageCheck,
): Promise<void> {
  const context = await browser.newContext(options);
  let isWithheld = true;
  if (withhold !== undefined) {
    // The route stays to the end: a request that is sent while Playwright takes
    // its last route away may never be answered.
    await context.route(
      withhold,
      (route) =>
        isWithheld ? route.abort("internetdisconnected") : route.continue(),
    );
  }
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    const { url } = message.location();
    // Failing requests are the point of the offline check.
    const expected = message.text().includes("ERR_INTERNET_DISCONNECTED");
    if (message.type() === "error" && !expected) {
      faults.push(`${message.text()} (${url})`);
    }
  });
  await page.goto(`${origin}/${link}`);
  await check(page, () => isWithheld = false);
  assert.deepEqual(faults, []);
  await context.close();
}

/**
 * Registers a test that makes checks, one after another.
 *
 * @param name The test's name.
 * @param checks The checks.
 * @param others Checks that open their pages themselves.
 */
export function checkPages(
  name: string,
  checks: readonly PageCheck[],
  others: Readonly<
    Record<string, (browser: Browser, origin: string) => Promise<void>>
  > = {},
): void {
  browserTest(name, async (browser, t) => {
    const app = await startApp();
    try {
      for (const check of checks) {
        await t.step(check.name, () => runOnPage(browser, app.origin, check));
      }
      for (const [name, check] of Object.entries(others)) {
        await t.step(name, () => check(browser, app.origin));
      }
    } finally {
      await app.stop();
    }
  });
}
