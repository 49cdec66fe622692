/// <reference lib="dom" />
/**
 * What a screen reader says by itself: what happened, once.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { drawWithMouse, PATHS, readAnswer } from "./browser.ts";
import { checkPages, DESKTOP } from "./checks.ts";

/** Waits until the page says something. */
const said = (page: Page, hasText: string | RegExp) =>
  page.locator("#announcement", { hasText }).waitFor({ state: "attached" });

/**
 * Texts of visible elements that say what changes in them, but for the page's
 * own one and the alerts.
 */
const otherVoices = (page: Page) =>
  page.locator("output:not([aria-hidden]), [role=status]").evaluateAll(
    (elements) =>
      elements.filter((element) => element.checkVisibility()).map(
        ({ id, textContent }) => `${id}: ${textContent}`,
      ),
  );

checkPages("what happens, in a browser,", [
  {
    name: "is said of drawings",
    options: DESKTOP,
    check: async (page) => {
      await page.evaluate(() => {
        const changes: string[] = [];
        Object.assign(globalThis, { changes });
        const second = document.getElementById("second-text")!;
        new MutationObserver(() => changes.push(second.textContent ?? ""))
          .observe(second, { childList: true, characterData: true });
      });
      await drawWithMouse(page, PATHS.three);
      assert.equal(await readAnswer(page), "3");
      await page.locator("#clear").click();
      await said(page, "The square is empty.");
      await page.keyboard.press("Control+z");
      await said(page, "Read as 3");
      await page.keyboard.press("Control+z");
      await said(page, "The square is empty.");
      // Nobody asked the server: nothing about it changes.
      const changes = await page.evaluate(() =>
        (globalThis as unknown as { changes: string[] }).changes
      );
      assert.deepEqual(changes, []);
    },
  },

  {
    name: "is said of rooms",
    options: DESKTOP,
    check: async (page) => {
      assert.equal(await page.locator("#announcement").innerText(), "");
      for (const room of ["Write", "Quiz", "Learn", "Picture", "Draw"]) {
        await page.getByRole("link", { name: room, exact: true }).click();
        await said(page, `Opened ${room}.`);
      }
    },
  },

  {
    name: "is said once of a picture",
    options: DESKTOP,
    link: "#picture",
    check: async (page) => {
      await page.locator("#view-picture h2").waitFor();
      assert.deepEqual(await otherVoices(page), []);
    },
  },

  {
    name: "is said of digits that are written, and of what is copied",
    options: DESKTOP,
    link: "#seed=1",
    check: async (page) => {
      await page.context().grantPermissions(["clipboard-write"]);
      await page.locator("#wall canvas").first().waitFor();
      await page.locator("#new-seed").click();
      const seed = await page.locator("#seed").inputValue();
      await said(page, `New digits, seed ${seed}.`);
      await page.locator("#number-hand").click();
      await said(page, /^Another hand, number \d+\.$/);
      await page.locator("#new-hands").click();
      await said(page, "Four other hands.");
      await page.getByRole("button", { name: "Share" }).click();
      await said(page, "Link copied");
      await page.locator("summary").first().click();
      await page.getByRole("button", { name: "Copy" }).first().click();
      await said(page, "Copied");
      // The slider says its value itself.
      assert.deepEqual(await otherVoices(page), [
        "wall-status: ",
        "number-status: ",
      ]);
    },
  },

  {
    name: "is said of the quiz: which picture it is about",
    options: DESKTOP,
    link: "#quiz=1",
    check: async (page) => {
      const description = () =>
        page.locator("#quiz-real").evaluate((button) => {
          const id = button.getAttribute("aria-describedby");
          return document.getElementById(id!)!.textContent;
        });
      await page.locator("#quiz-real").waitFor();
      assert.match((await description())!, /Picture 1 of 10/);
      await page.locator("#quiz-real").click();
      await page.keyboard.press("Enter");
      assert.match((await description())!, /Picture 2 of 10/);
    },
  },
]);
