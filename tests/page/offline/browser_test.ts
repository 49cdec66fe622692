/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { browserTest, drawWithMouse, PATHS, startApp } from "../browser.ts";
import { offlineFiles } from "../../../tools/page_files.ts";

/** Opens the page and waits until it is kept for later. */
async function visit(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === "activated") return;
    await new Promise((done) => active?.addEventListener("statechange", done));
  });
  return page;
}

browserTest(
  "the page without its server, in a browser,",
  async (browser, t) => {
    const { origin, stop } = await startApp();
    const page = await visit(browser, origin);
    await t.step("has stored every file", async () => {
      const stored = await page.evaluate(async () => {
        const names = await caches.keys();
        const lists = await Promise.all(
          names.map(async (name) => await (await caches.open(name)).keys()),
        );
        return lists.flat().map(({ url }) => new URL(url).pathname);
      });
      assert.deepEqual(
        [...new Set(stored)].sort(),
        offlineFiles(),
      );
    });

    await stop();
    await t.step("reads after a reload", async () => {
      await page.reload();
      await drawWithMouse(page, PATHS.three);
      await page.locator("#digit", { hasText: "3" }).waitFor();
      await page.locator("#place", { hasText: "Read in your browser" })
        .waitFor();
      await page.reload();
      await page.locator("#digit", { hasText: "3" }).waitFor();
    });
    await t.step("opens its other parts", async () => {
      await page.locator("#think-switch").check();
      await page.locator(".think-maps").first().waitFor();
      await page.getByRole("link", { name: "Picture", exact: true }).click();
      await page.getByRole("button", { name: "Try an example" }).click();
      await page.locator("#picture-text", { hasText: /^\d+$/ }).waitFor();
      await page.getByRole("link", { name: "Write", exact: true }).click();
      await page.locator("#wall canvas").first().waitFor();
      await page.getByRole("link", { name: "Quiz", exact: true }).click();
      await page.locator("#quiz-real").waitFor();
      await page.getByRole("link", { name: "Learn", exact: true }).click();
      await page.locator("#hard-digit").waitFor();
    });
    await t.step("says kindly what needs the network", async () => {
      const faults: string[] = [];
      page.on("console", (message) => {
        // Besides the page's own status.
        if (message.text().includes("Security Policy")) {
          faults.push(message.text());
        }
      });
      await page.getByRole("link", { name: "The API" }).click();
      await page.getByRole("heading", { name: "needs the network" }).waitFor();
      const font = await page.locator("h1").evaluate((heading) =>
        getComputedStyle(heading).letterSpacing
      );
      assert.notEqual(font, "normal", "the style sheet applies");
      assert.deepEqual(faults, []);
      await page.getByRole("link", { name: "Back to Inkling" }).click();
      await page.locator("#pad").waitFor();
    });
    await page.context().close();
  },
);

browserTest("the page's manifest makes it installable", async (browser) => {
  const { origin, stop } = await startApp();
  const page = await visit(browser, origin);
  const session = await page.context().newCDPSession(page);
  const { url, errors } = await session.send("Page.getAppManifest");
  assert.equal(url, `${origin}/manifest.webmanifest`);
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send(
    "Page.getInstallabilityErrors",
  );
  // Of a private window, as every window of a test is.
  const others = installabilityErrors.filter(({ errorId }) =>
    errorId !== "in-incognito"
  );
  assert.deepEqual(others, []);
  await page.context().close();
  await stop();
});
