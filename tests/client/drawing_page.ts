/// <reference lib="dom" />
/**
 * Draws on the page of an example.
 *
 * @module
 */

import type { Browser } from "playwright-core";
import assert from "node:assert/strict";
import { PATHS } from "../page/browser.ts";

/**
 * Draws a seven on a page's canvas, and checks that it is painted and that its
 * output names it.
 *
 * @param browser A browser.
 * @param html The page, which is served from an origin of its own.
 */
export async function readsSeven(
  browser: Browser,
  html: string,
): Promise<void> {
  // A page of another origin.
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Response(html, { headers: { "Content-Type": "text/html" } }),
  );
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.addr.port}`);
    const box = (await page.locator("canvas").boundingBox())!;
    const points = PATHS.seven.map(([x, y]) =>
      [box.x + x * box.width / 1000, box.y + y * box.height / 1000] as const
    );
    // The script is a module: it may run after the load event.
    await page.waitForFunction(() =>
      document.querySelector("canvas")!.onpointerup !== null
    );
    await page.mouse.move(...points[0]!);
    await page.mouse.down();
    for (const point of points) await page.mouse.move(...point);
    await page.mouse.up();
    await page.locator("output", { hasText: "7" }).waitFor();
    const ink = await page.locator("canvas").evaluate((element) =>
      (element as HTMLCanvasElement).getContext("2d")!
        .getImageData(0, 0, 300, 300).data.some((value) => value > 0)
    );
    assert.ok(ink, "nothing was painted");
    await page.close();
  } finally {
    await server.shutdown();
  }
}
