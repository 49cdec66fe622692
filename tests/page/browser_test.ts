/// <reference lib="dom" />
/**
 * The page as people meet it: real Chromium, the real application, the shipped
 * models.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import {
  drawWithFinger,
  drawWithMouse,
  ENGINE_FILES,
  PATHS,
  readAnswer,
} from "./browser.ts";
import { inkedPixels } from "./canvases.ts";
import { checkPages, DESKTOP, type PageCheck, PHONE } from "./checks.ts";

/** Tests the Content-Security-Policy: neither markup nor text becomes code. */
async function refusesScripts(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(origin);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'injected'";
    document.body.append(script);
    return document.title;
  });
  assert.match(ran, /^Inkling/);
  await assert.rejects(
    page.evaluate(() => {
      const frame = document.body.firstElementChild!;
      frame.setAttribute("onclick", "document.title = 'injected'");
      frame.dispatchEvent(new Event("click"));
      if (document.title !== "injected") throw new Error("refused");
    }),
    /refused/,
  );
  await page.close();
}

/** The ten bars' heights on the screen, 0 to 1. */
function barHeights(page: Page): Promise<number[]> {
  return page.locator("#bars .fill").evaluateAll((fills) =>
    fills.map((fill) =>
      fill.getBoundingClientRect().height /
      fill.parentElement!.getBoundingClientRect().height
    )
  );
}

/** Saves a screenshot for people to look at, and checks that it is one. */
async function saveScreenshot(page: Page, name: string): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "inkling-page-" });
  const path = `${folder}/${name}.png`;
  const png = await page.screenshot({ path, fullPage: true });
  assert.ok(png.length > 10_000, `${path} has ${png.length} bytes`);
  console.log(path);
}

/** Contrast ratio of two `rgb()` colours (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) =>
    b - a
  );
  return (light! + 0.05) / (dark! + 0.05);
}

/** Relative luminance of an `rgb()` colour (WCAG 2.2). */
function luminance(color: string): number {
  const [r, g, b] = [...color.matchAll(/\d+/g)].map(([text]) => {
    const value = Number(text) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

const CHECKS: readonly PageCheck[] = [
  {
    name: "reads what a mouse draws",
    options: DESKTOP,
    check: async (page) => {
      assert.equal(await page.locator("#undo").isDisabled(), true);
      await drawWithMouse(page, PATHS.seven);
      assert.equal(await readAnswer(page), "7");
      assert.match(
        await page.locator("#announcement").innerText(),
        /Read as 7/,
      );
      await page.waitForFunction(() => document.getAnimations().length === 0);
      const heights = await barHeights(page);
      assert.equal(heights.length, 10);
      assert.equal(heights.indexOf(Math.max(...heights)), 7);
      const sum = heights.reduce((a, b) => a + b);
      assert.ok(Math.abs(sum - 1) < 0.05, `the bars add up to ${sum}`);
      const seen = await inkedPixels(page, "#seen");
      assert.ok(seen > 30 && seen < 300, `the model saw ${seen} inked pixels`);
      await saveScreenshot(page, "desktop");
    },
  },

  {
    name: "answers while the pen is down",
    options: DESKTOP,
    check: async (page) => {
      const box = (await page.locator("#pad").boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height - 60, {
        steps: 20,
      });
      await page.locator("#digit", { hasText: "1" }).waitFor();
      assert.equal(await page.locator("#announcement").innerText(), "");
      await page.mouse.up();
      assert.equal(await readAnswer(page), "1");
    },
  },

  {
    name: "undoes and clears",
    options: DESKTOP,
    check: async (page) => {
      await drawWithMouse(page, PATHS.zero);
      assert.equal(await readAnswer(page), "0");
      await page.locator("#clear").click();
      await page.locator('#answer[data-state="empty"]').waitFor();
      assert.equal(await page.locator("#digit").innerText(), "");
      await page.keyboard.press("Control+z");
      assert.equal(await readAnswer(page), "0");
      await page.locator("#undo").click();
      await page.locator('#answer[data-state="empty"]').waitFor();
      assert.equal(await page.locator("#undo").isDisabled(), true);
    },
  },

  {
    name: "is drawn on by keyboard",
    options: DESKTOP,
    check: async (page) => {
      const focused = () => page.evaluate(() => document.activeElement?.id);
      while (await focused() !== "pad") await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      for (let step = 0; step < 14; step++) {
        await page.keyboard.press(
          "ArrowDown",
        );
      }
      await page.keyboard.press("Space");
      await page.locator("#announcement", { hasText: "Read as 1" })
        .waitFor({ state: "attached" });
      await page.keyboard.press("Delete");
      await page.locator('#answer[data-state="empty"]').waitFor();
    },
  },

  {
    name: "works under a finger",
    options: PHONE,
    check: async (page) => {
      await drawWithFinger(page, PATHS.three);
      assert.equal(await readAnswer(page), "3");
      const { scrolled, width } = await page.evaluate(() => ({
        scrolled: scrollY,
        width: document.documentElement.scrollWidth,
      }));
      assert.equal(scrolled, 0, "drawing must not scroll");
      assert.equal(
        width,
        PHONE.viewport.width,
        "nothing must stick out sideways",
      );
      await saveScreenshot(page, "phone");
    },
  },

  {
    name: "waits out a lost connection where the server reads",
    options: DESKTOP,
    withhold: ENGINE_FILES.module,
    check: async (page) => {
      await page.context().setOffline(true);
      await drawWithMouse(page, PATHS.seven);
      await page.locator("#caption", { hasText: "You are offline" }).waitFor();
      await page.context().setOffline(false);
      await page.locator("#digit", { hasText: "7" }).waitFor();
    },
  },

  ...(["light", "dark"] as const).map((colorScheme): PageCheck => (
    {
      name: `has readable contrast in ${colorScheme}`,
      options: { ...DESKTOP, colorScheme },
      check: async (page) => {
        const colors = await page.evaluate(() => {
          const of = (selector: string) =>
            getComputedStyle(document.querySelector(selector)!);
          return {
            ink: of("body").color,
            muted: of("footer").color,
            paper: of("body").backgroundColor,
            card: of("#answer").backgroundColor,
            best: of("#clear").color,
          };
        });
        for (const text of [colors.ink, colors.muted, colors.best]) {
          for (const ground of [colors.paper, colors.card]) {
            const ratio = contrast(text, ground);
            assert.ok(
              ratio >= 4.5,
              `${text} on ${ground}: ${ratio.toFixed(2)}`,
            );
          }
        }
      },
    }
  )),
];

checkPages("the page, in a browser,", CHECKS, {
  "runs no script but its own": refusesScripts,
});
