/// <reference lib="dom" />
/**
 * Takes pictures of the page with the shipped models: the README's,
 * docs/page.png, and that of links' previews, static/preview.png:
 * `deno run -A --config src/page/deno.json tests/page/screenshot.ts`.
 *
 * This is not a test; look at the pictures.
 *
 * @module
 */

import type { Browser, BrowserContextOptions } from "playwright-core";
import {
  drawWithMouse,
  PATHS,
  readAnswer,
  startApp,
  startBrowser,
} from "./browser.ts";

/** A picture to take. */
interface Picture {
  /** Its file. */
  readonly path: string;
  /** Maximum size in bytes. */
  readonly most: number;
  /** Whether it shows how the drawing is read. */
  readonly thinks: boolean;
  /** The window. */
  readonly window: BrowserContextOptions;
}

const PICTURES: readonly Picture[] = [
  {
    path: "docs/page.png",
    most: 300_000,
    thinks: true,
    window: { viewport: { width: 1080, height: 1180 } },
  },
  {
    // 1200 x 630, of a window in which all of the first view fits.
    path: "static/preview.png",
    most: 100_000,
    thinks: false,
    window: {
      viewport: { width: 1520, height: 798 },
      deviceScaleFactor: 1200 / 1520,
    },
  },
];

async function take(
  browser: Browser,
  origin: string,
  { path, most, thinks, window }: Picture,
): Promise<void> {
  const page = await browser.newPage({
    ...window,
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await page.goto(origin);
  if (thinks) {
    await page.locator("#think-switch").check();
    await page.locator(".think-empty").waitFor({ state: "attached" });
  }
  await drawWithMouse(page, PATHS.three, 4);
  console.log(`The three was read as ${await readAnswer(page)}.`);
  if (thinks) await page.locator(".think-maps").first().waitFor();
  await page.waitForTimeout(500);
  const png = await page.screenshot();
  if (png.length > most) {
    throw new RangeError(
      `${path} has ${png.length} bytes, expected at most ${most}`,
    );
  }
  await Deno.writeFile(new URL(`../../${path}`, import.meta.url), png);
  console.log(`${path}: ${png.length} bytes`);
  await page.close();
}

const app = await startApp();
const browser = await startBrowser();
try {
  for (const picture of PICTURES) await take(browser, app.origin, picture);
} finally {
  await browser.close();
  await app.stop();
}
