/// <reference lib="dom" />
/**
 * Every feature in both themes and three sizes: axe finds nothing, targets are
 * large enough for a thumb, nothing sticks out, nothing moves by itself.
 *
 * @module
 */

import axe from "axe-core";
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { FEATURES } from "../../src/page/shell/features.ts";
import { browserTest, drawWithMouse, PATHS, startApp } from "./browser.ts";

const SIZES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1440, height: 900 },
};

/**
 * Half a second after a click, browsers count what moves as a shift: every
 * answer comes later than that, on a fast machine too.
 */
const LATE = {
  offline: false,
  latency: 600,
  downloadThroughput: -1,
  uploadThroughput: -1,
};

/** Least side of what is touched, in CSS pixels. */
const TARGET = 44;

/** Runs axe on the page as it is. */
async function assertAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    // @ts-ignore: the script that was just evaluated defines it.
    const { violations } = await globalThis.axe.run(document, {
      resultTypes: ["violations"],
    });
    return violations.map((
      { id, nodes }: { id: string; nodes: { html: string }[] },
    ) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
  assert.deepEqual(violations, [], name);
}

/** Names what is too small to touch. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>(
      "button, .button, .field, label.switch, #tabs a, .choices label",
    );
    return [...targets].flatMap((target) => {
      if (!target.checkVisibility()) return [];
      const { width, height } = target.getBoundingClientRect();
      // A choice of ten in a row is as wide as a phone lets it.
      const isNarrow = width < (target.closest(".choices") ? 24 : least);
      return height < least || isNarrow
        ? [`${target.textContent?.trim()}: ${width} x ${height}`]
        : [];
    });
  }, TARGET);
}

async function assertFits(page: Page, name: string): Promise<void> {
  const [inner, content] = await page.evaluate(() => [
    innerWidth,
    document.documentElement.scrollWidth,
  ]);
  assert.ok(content! <= inner!, `${name} is ${content} wide in ${inner}`);
}

/** Opens a feature and waits until it shows something. */
async function open(page: Page, id: string): Promise<void> {
  await page.locator(`#tabs a[href="#${id}"]`).click();
  const panel = page.locator(`#view-${id}`);
  await panel.locator("h2:visible").first().waitFor();
  await page.waitForFunction(() =>
    document.querySelector('[aria-busy="true"]') === null
  );
}

async function checkAll(
  browser: Browser,
  origin: string,
  size: keyof typeof SIZES,
  colorScheme: "light" | "dark",
): Promise<void> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(origin);
  await assertAccessible(page, "the empty page");
  await drawWithMouse(page, PATHS.three);
  await page.locator("#clear").click();
  await drawWithMouse(page, PATHS.seven);
  await page.locator("#think-switch").check();
  await page.locator(".think-maps").first().waitFor();
  for (const { id } of FEATURES) {
    await open(page, id);
    await assertAccessible(page, id);
    assert.deepEqual(await smallTargets(page), [], id);
    await assertFits(page, id);
    const moving = await page.evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0, `${id} moves although motion is reduced`);
  }
  await context.close();
}

/** As narrow as a phone is at 200 % zoom, or a desk's window at 400 %. */
async function fitsWhenZoomed(browser: Browser, origin: string) {
  const viewport = { width: 320, height: 400 };
  const page = await browser.newPage({ viewport, serviceWorkers: "block" });
  await page.goto(origin);
  await drawWithMouse(page, PATHS.three);
  for (const { id } of FEATURES) {
    await open(page, id);
    await assertFits(page, id);
  }
  await page.close();
}

/**
 * Returns a function that waits until every request is answered and the page
 * has painted what came.
 */
function stillness(page: Page): () => Promise<void> {
  let open = 0;
  let answered = Promise.withResolvers<void>();
  page.on("request", () => {
    if (open++ === 0) answered = Promise.withResolvers();
  });
  const close = () => {
    if (--open === 0) answered.resolve();
  };
  page.on("requestfinished", close);
  page.on("requestfailed", close);
  return async () => {
    do {
      if (open > 0) await answered.promise;
      await page.evaluate(() =>
        new Promise<void>((resolve) =>
          requestIdleCallback(() =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
          )
        )
      );
    } while (open > 0);
  };
}

/** Nothing shifts while the page loads, is drawn on and opens its features. */
async function keepsStill(
  browser: Browser,
  origin: string,
  size: keyof typeof SIZES,
): Promise<void> {
  const page = await browser.newPage({
    viewport: SIZES[size],
    serviceWorkers: "block",
  });
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as unknown as {
          value: number;
          hadRecentInput: boolean;
          sources: { node: Element | null }[];
        };
        if (hadRecentInput) continue;
        const names = sources.map(({ node }) =>
          node?.id || node?.className || node?.parentElement?.id ||
          node?.textContent?.slice(0, 40)
        );
        const { now } = globalThis as unknown as { now?: string };
        shifts.push(`${now}: ${value} by ${names.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", LATE);
  const isStill = stillness(page);
  await page.goto(origin);
  await drawWithMouse(page, PATHS.three);
  await page.locator("#digit", { hasText: "3" }).waitFor();
  for (const { id } of FEATURES) {
    await page.evaluate(
      (name) => (globalThis as unknown as { now: string }).now = name,
      id,
    );
    await open(page, id);
    await isStill();
  }
  const shifts = await page.evaluate(() =>
    (globalThis as unknown as { shifts: string[] }).shifts
  );
  assert.deepEqual(shifts, []);
  await page.close();
}

/** What is chosen and how sure it is are backgrounds: they must stay. */
async function keepsForcedColors(browser: Browser, origin: string) {
  const page = await browser.newPage({
    viewport: SIZES.phone,
    forcedColors: "active",
    serviceWorkers: "block",
  });
  await page.goto(origin);
  await drawWithMouse(page, PATHS.three);
  await page.locator(".best .fill").waitFor();
  const colorOf = (selector: string) =>
    page.locator(selector).first().evaluate((element) =>
      getComputedStyle(element).backgroundColor
    );
  assert.notEqual(await colorOf(".best .fill"), await colorOf(".track"));
  await open(page, "made");
  assert.notEqual(
    await colorOf(".choices :checked + span"),
    await colorOf(".choices :not(:checked) + span"),
  );
  await page.close();
}

/** Every control of a feature can be reached by the Tab key alone. */
async function reachesByKeyboard(browser: Browser, origin: string) {
  const page = await browser.newPage({
    viewport: SIZES.desktop,
    serviceWorkers: "block",
  });
  await page.goto(origin);
  await drawWithMouse(page, PATHS.three);
  await page.locator("#digit", { hasText: "3" }).waitFor();
  for (const { id } of FEATURES) {
    await open(page, id);
    const missing = await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLElement>(
        "a, button:enabled, input, select, summary, canvas[tabindex]",
      );
      return [...controls].filter((control) => {
        const isRadio = control instanceof HTMLInputElement &&
          control.type === "radio";
        // Of a group of radio buttons, arrow keys reach the others.
        return control.checkVisibility() && !isRadio && control.tabIndex < 0;
      }).map(({ outerHTML }) => outerHTML.slice(0, 80));
    });
    assert.deepEqual(missing, [], id);
    // The focus is always seen: it is on something that has an outline.
    await page.locator('#tabs a[aria-current="page"]').focus();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const { activeElement } = document;
        // Past the last control, the focus leaves the page.
        if (activeElement === document.body) return "left";
        const seen = activeElement?.closest("label")?.querySelector("span") ??
          activeElement;
        const hasOutline = [
          activeElement,
          seen,
          activeElement?.closest("label"),
        ]
          .some((element) =>
            element && getComputedStyle(element).outlineStyle !== "none"
          );
        return hasOutline ? "seen" : "unseen";
      });
      if (focus === "left" && i >= 3) break;
      assert.equal(focus, "seen", `${id}: the ${i + 1}th focus is not seen`);
    }
  }
  await page.close();
}

browserTest("the page for everybody, in a browser,", async (browser, t) => {
  const { origin, stop } = await startApp();
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
    for (const scheme of ["light", "dark"] as const) {
      await t.step(
        `passes axe on a ${size} in ${scheme}`,
        () => checkAll(browser, origin, size, scheme),
      );
    }
  }
  await t.step("fits when zoomed", () => fitsWhenZoomed(browser, origin));
  await t.step(
    "keeps forced colours",
    () => keepsForcedColors(browser, origin),
  );
  await t.step(
    "is reached by the keyboard alone",
    () => reachesByKeyboard(browser, origin),
  );
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
    await t.step(
      `keeps still on a ${size}`,
      () => keepsStill(browser, origin, size),
    );
  }
  await stop();
});
