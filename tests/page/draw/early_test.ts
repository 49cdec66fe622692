/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  browserTest,
  drawWithFinger,
  drawWithMouse,
  PATHS,
  readAnswer,
  startApp,
} from "../browser.ts";
import { inkedPixels } from "../canvases.ts";
import { PHONE } from "../checks.ts";

/** What the drawing square is measured by. */
async function padPoint(page: Page, [x, y]: readonly [number, number]) {
  const box = (await page.locator("#pad").boundingBox())!;
  return [box.x + x / 1000 * box.width, box.y + y / 1000 * box.height] as const;
}

browserTest("drawing before the script is there,", async (browser, t) => {
  const { origin, stop } = await startApp();

  /** Opens the page, whose script comes when `arrive` is called. */
  async function open(link = "", withEarly = true) {
    const arrival = Promise.withResolvers<void>();
    const context = await browser.newContext({
      ...PHONE,
      serviceWorkers: "block",
    });
    await context.route("**/page/main.js", async (route) => {
      await arrival.promise;
      await route.continue();
    });
    if (!withEarly) {
      await context.route("**/page/early.js", async (route) => {
        await arrival.promise;
        await route.continue();
      });
    }
    const page = await context.newPage();
    const early = page.waitForResponse("**/page/early.js");
    await page.goto(`${origin}/${link}`, { waitUntil: "commit" });
    await page.locator("#pad").waitFor();
    if (withEarly) await (await early).finished();
    const arrive = async () => {
      arrival.resolve();
      await page.locator("#pad[data-taken]").waitFor({ state: "attached" });
    };
    return { page, arrive, close: () => context.close() };
  }

  for (
    const [name, draw] of [
      ["a mouse", drawWithMouse],
      ["a finger", drawWithFinger],
    ] as const
  ) {
    await t.step(`shows and keeps a stroke of ${name}`, async () => {
      const { page, arrive, close } = await open();
      await draw(page, PATHS.seven);
      await draw(page, [[300, 530], [480, 520], [640, 515]]);
      assert.ok(
        await inkedPixels(page, "#pad") > 1000,
        "the ink shows at once",
      );
      assert.equal(await page.locator("#digit").innerText(), "");
      await arrive();
      assert.equal(await readAnswer(page), "7");
      await page.locator("#undo").click();
      assert.equal(await readAnswer(page), "7", "two strokes, one is undone");
      await page.locator("#undo").click();
      assert.equal(await page.locator("#undo").isDisabled(), true);
      await close();
    });
  }

  await t.step("goes on with a stroke that is being drawn", async () => {
    const { page, arrive, close } = await open();
    const half = Math.ceil(PATHS.seven.length / 2);
    const [first, ...others] = PATHS.seven;
    await page.mouse.move(...await padPoint(page, first));
    await page.mouse.down();
    for (const [i, point] of others.entries()) {
      if (i === half) await arrive();
      await page.mouse.move(...await padPoint(page, point), { steps: 2 });
    }
    await page.mouse.up();
    assert.equal(await readAnswer(page), "7");
    await page.locator("#undo").click();
    assert.equal(await page.locator("#undo").isDisabled(), true, "one stroke");
    await close();
  });

  await t.step("leaves a link to something else alone", async () => {
    const { page, arrive, close } = await open("#quiz=3");
    await drawWithMouse(page, PATHS.seven);
    await arrive();
    await page.locator("#view-quiz").waitFor();
    assert.equal(new URL(page.url()).hash, "#quiz=3");
    await close();
  });

  await t.step("shows the square only once strokes are kept", async () => {
    const { page, arrive, close } = await open("", false);
    const paints = () => performance.getEntriesByType("paint").length;
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) =>
        name.endsWith("main.css")
      )
    );
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(paints), 0);
    await arrive();
    await page.waitForFunction(paints);
    await close();
  });

  await t.step("does nothing where it comes last", async () => {
    const { page, arrive, close } = await open("", false);
    await arrive();
    await drawWithMouse(page, PATHS.seven);
    assert.equal(await readAnswer(page), "7");
    await page.locator("#undo").click();
    assert.equal(await page.locator("#undo").isDisabled(), true, "one stroke");
    await close();
  });
  await stop();
});
