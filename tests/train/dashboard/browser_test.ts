/// <reference lib="dom" />
/**
 * The dashboard as people meet it: in a browser, as a file and live.
 *
 * @module
 */

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { writeReport } from "../../../train/dashboard/report.ts";
import { startDashboard } from "../../../train/dashboard/server.ts";
import { browserTest } from "../../page/browser.ts";
import {
  beginStage,
  withFolder,
  writeGalleryFiles,
  writePicture,
  writeRun,
} from "./fixture.ts";

/**
 * Opens a page, which must log and throw no error and make no foreign request.
 */
async function withPage(
  browser: Browser,
  url: string,
  check: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  const { origin } = new URL(url);
  page.on("request", (request) => {
    const asked = request.url();
    const isOwn = asked.startsWith("data:") || asked === url ||
      (origin !== "null" && asked.startsWith(origin));
    if (!isOwn) faults.push(`asks for ${asked}`);
  });
  await page.goto(url);
  await check(page);
  assert.deepEqual(faults, []);
  await context.close();
}

/** Number of pixels in one of the lines' colours, per chart. */
function drawnPixels(page: Page): Promise<number[]> {
  return page.locator(".plot canvas").evaluateAll((canvases) =>
    canvases.map((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext("2d")!
        .getImageData(0, 0, canvas.width, canvas.height);
      const style = getComputedStyle(document.documentElement);
      const colors = ["--accent", "--second"].map((name) =>
        parseInt(style.getPropertyValue(name).trim().slice(1), 16)
      );
      let drawn = 0;
      for (let i = 0; i < data.length; i += 4) {
        const rgb = data[i]! << 16 | data[i + 1]! << 8 | data[i + 2]!;
        if (data[i + 3] === 255 && colors.includes(rgb)) drawn++;
      }
      return drawn;
    })
  );
}

function picture(page: Page): Promise<string> {
  return page.locator("#picture img").evaluate((image) =>
    (image as HTMLImageElement).src
  );
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allInnerTexts();
}

async function checkReport(page: Page): Promise<void> {
  assert.deepEqual(await texts(page, "#stages label"), [
    "Generator",
    "Recognizer",
  ]);
  assert.equal(await page.locator("#status").innerText(), "Finished");
  const facts = (await texts(page, "#facts div")).join(" ");
  assert.match(facts, /Step\s+100 of 200/);
  assert.match(facts, /Validation accuracy\s+99\.00 %/);
  assert.deepEqual(await texts(page, ".cards h2"), [
    "Digits it learns from",
    "Loss",
    "Validation accuracy",
    "Images/s",
  ]);
  await page.waitForFunction(() =>
    [...document.querySelectorAll("canvas")].every(({ width }) => width > 300)
  );
  const drawn = await drawnPixels(page);
  assert.equal(drawn.length, 3);
  for (const pixels of drawn) assert.ok(pixels > 100, drawn.join());
}

async function checkSlider(page: Page): Promise<void> {
  // By keyboard alone, from the start of the page.
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await texts(page, ".cards h2"), [
    "Digits it writes",
    "Losses",
    "Gradient penalty",
    "Fréchet distance",
    "Read as their label by the judge",
    "Precision and recall",
    "Density and coverage",
    "Images/s",
  ]);
  assert.match(
    (await texts(page, "#facts div")).join(" "),
    /Best generator\s+step 300/,
  );
  assert.match(await page.locator("#notes").innerText(), /coverage is 1\.0 %/);
  const newest = await picture(page);
  assert.match(newest, /^data:image\/png;base64,/);
  assert.equal(await page.locator("#picture-step").innerText(), "step 300");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.locator("#picture-step").innerText(), "step 200");
  assert.notEqual(await picture(page), newest);
  const width = await page.locator("#picture img").evaluate((image) =>
    (image as HTMLImageElement).naturalWidth
  );
  assert.equal(width, 302);
  await page.keyboard.press("End");
  assert.equal(await picture(page), newest);
}

async function checkGallery(page: Page): Promise<void> {
  assert.equal(await page.locator("#gallery").isVisible(), false);
  await page.locator("#stages label", { hasText: "Generator" }).click();
  assert.deepEqual(await texts(page, "#gallery h2"), [
    "Real or generated?",
    "From hand to hand",
  ]);
  const answer = page.locator("#gallery details img");
  assert.equal(await answer.isVisible(), false);
  await page.locator("#gallery summary").click();
  await answer.waitFor();
  const widths = await page.locator("#gallery img").evaluateAll((images) =>
    images.map((image) => (image as HTMLImageElement).naturalWidth)
  );
  assert.deepEqual(widths, [302, 302, 302]);
  await page.locator("#stages label", { hasText: "Recognizer" }).click();
  assert.equal(await page.locator("#gallery").isVisible(), false);
}

async function checkLive(
  page: Page,
  folder: string,
  stop: () => Promise<void>,
): Promise<void> {
  await page.locator("#empty").waitFor();
  using log = beginStage(folder, "gan", 10);
  const addStep = (step: number): void =>
    log.append({ step, seconds: step, generator: 2, discriminator: 1 / step });
  addStep(1);
  addStep(2);
  await page.locator("#facts", { hasText: "2 of 10" }).waitFor();
  assert.equal(await page.locator("#status").innerText(), "Training");
  assert.match(await page.locator("#picture").innerText(), /^The first/);
  writePicture(folder, "gan", 2);
  log.append({ step: 2, seconds: 2 });
  await page.locator("#picture-step", { hasText: "step 2" }).waitFor();
  addStep(3);
  await page.locator("#facts", { hasText: "3 of 10" }).waitFor();
  assert.match(
    (await texts(page, "#facts div")).join(" "),
    /Time left\s+7 s.*Images\/s\s+128/s,
  );

  await page.reload();
  await page.locator("#facts", { hasText: "3 of 10" }).waitFor();
  using next = beginStage(folder, "judge", 10);
  next.append({ step: 1, seconds: 1, loss: 2 });
  await page.locator("#stages :checked + span", { hasText: "Judge" }).waitFor();
  await page.locator("#stages label", { hasText: "Generator" }).click();
  await stop();
  await page.locator("#status", { hasText: "Finished" }).waitFor();
  // Loaded pictures stay, although nobody serves them any more.
  assert.ok(
    await page.locator("#picture img").evaluate((image) =>
      (image as HTMLImageElement).naturalWidth
    ) > 0,
  );
}

browserTest("the dashboard, in a browser,", async (browser, t) => {
  const step = (name: string, use: (folder: string) => Promise<void>) =>
    t.step(name, () => withFolder(use));
  await step("shows a report from the disk", async (folder) => {
    writeRun(folder);
    await writeGalleryFiles(folder);
    const path = await writeReport({
      folder,
      title: "t",
      status: "finished",
    });
    const url = pathToFileURL(path!).href;
    await withPage(browser, url, async (page) => {
      await checkReport(page);
      await checkSlider(page);
      await page.locator("#stages label", { hasText: "Recognizer" }).click();
      await checkGallery(page);
    });
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true };
    await withPage(browser, url, async (page) => {
      await checkReport(page);
      const width = await page.evaluate(() =>
        document.documentElement.scrollWidth
      );
      assert.equal(width, 390, "nothing must stick out sideways");
    }, { ...phone, colorScheme: "dark" });
  });

  await step("follows a run", async (folder) => {
    const { url, stop } = await startDashboard({
      folder,
      title: "t",
      port: 0,
      interval: 20,
    });
    let isStopped = false;
    const stopOnce = async (): Promise<void> => {
      if (!isStopped) await stop("finished");
      isStopped = true;
    };
    try {
      await withPage(
        browser,
        url,
        (page) => checkLive(page, folder, stopOnce),
      );
    } finally {
      await stopOnce();
    }
  });
});
