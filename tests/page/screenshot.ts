/// <reference lib="dom" />
/**
 * Takes the README's screenshot of the page, docs/page.png, with the shipped
 * models: `deno run -A tests/page/screenshot.ts`.
 *
 * This is not a test; look at the picture.
 *
 * @module
 */

import {
  drawWithMouse,
  PATHS,
  readAnswer,
  startApp,
  startBrowser,
} from "./browser.ts";

const PICTURE = new URL("../../docs/page.png", import.meta.url);

/** Maximum size of the README's picture in bytes. */
const MOST_BYTES = 300_000;

const app = await startApp();
const browser = await startBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1080, height: 1180 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  page.setDefaultTimeout(60_000);
  await page.goto(app.origin);
  await page.locator("#think-switch").check();
  await page.locator(".think-reads").waitFor();
  await drawWithMouse(page, PATHS.three, 1);
  console.log(`The three was read as ${await readAnswer(page)}.`);
  await page.locator(".think-maps").first().waitFor();
  await page.waitForFunction(() => document.getAnimations().length === 0);
  const png = await page.screenshot();
  if (png.length > MOST_BYTES) {
    throw new RangeError(
      `the picture has ${png.length} bytes, expected at most ${MOST_BYTES}`,
    );
  }
  await Deno.writeFile(PICTURE, png);
  console.log(`docs/page.png: ${png.length} bytes`);
} finally {
  await browser.close();
  await app.stop();
}
