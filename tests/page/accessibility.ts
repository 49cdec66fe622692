/// <reference lib="dom" />
/**
 * Checks of accessibility, for every feature.
 *
 * @module
 */

import axe from "axe-core";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { DESKTOP, type PageCheck, PHONE } from "./checks.ts";

/**
 * Checks of accessibility: axe-core finds nothing, in both themes, on a phone
 * and on a computer, and nothing sticks out sideways.
 *
 * @param link The link that is opened.
 * @param prepare Waits until the page shows what is to be checked.
 */
export function accessibilityChecks(
  link: string,
  prepare: (page: Page) => Promise<void>,
): PageCheck[] {
  return [PHONE, DESKTOP].flatMap((options) =>
    (["light", "dark"] as const).map((colorScheme): PageCheck => ({
      name:
        `has no fault for axe-core in ${colorScheme}, ${options.viewport.width} px wide`,
      options: { ...options, colorScheme, reducedMotion: "reduce" },
      link,
      check: async (page) => {
        await prepare(page);
        assert.deepEqual(await axeFaults(page), []);
        const width = await page.evaluate(() =>
          document.documentElement.scrollWidth
        );
        assert.ok(width <= options.viewport.width, `${width} px wide`);
      },
    }))
  );
}

/** What axe-core finds, as rule and element. */
async function axeFaults(page: Page): Promise<string[]> {
  // By the debugger: the page's policy refuses scripts that are not its own.
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as {
      axe: typeof import("axe-core");
    }).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(" ")}`)
    );
  });
}
