/// <reference lib="dom" />
/**
 * Reading in the page itself: the same answers as the server's, without it, and
 * falling back to it if the engine does not load.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { encodePng } from "../../src/image/png/encode.ts";
import type { StrokeRecognizer } from "../../src/page/read/recognizer.ts";
import {
  browserTest,
  bundleForBrowser,
  drawWithMouse,
  ENGINE_FILES,
  PATHS,
  readAnswer,
  startApp,
} from "./browser.ts";

/**
 * An origin without secure-context features: neither https nor this machine.
 */
const INSECURE = "http://inkling.test";

/** An open page, and the drawings it sent to the server. */
interface Opened {
  readonly page: Page;
  readonly sent: readonly string[];
}

/** The exports of {@linkcode TEST_SCRIPT}. */
interface TestScript {
  /** Loads the page's own recognizer. */
  load(): Promise<StrokeRecognizer>;
}

/** Loads the page's recognizer for the test, which draws too much to click. */
const TEST_SCRIPT = `
  import { createPageModels } from "../../src/page/models/models.ts";
  import { createEngineRecognizer } from "../../src/page/read/engine_recognizer.ts";
  export async function load() {
    const models = createPageModels((url, init) => fetch(url, init));
    const reader = await models.recognizer();
    return createEngineRecognizer(reader, reader.name);
  }`;

/** Opens the page after a change to its context. */
async function open(
  browser: Browser,
  address: string,
  prepare: (context: BrowserContext) => Promise<unknown> = () =>
    Promise.resolve(),
): Promise<Opened> {
  const context = await browser.newContext();
  await prepare(context);
  const sent: string[] = [];
  const page = await context.newPage();
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/recognize") {
      sent.push(request.postData() ?? "");
    }
  });
  await page.goto(address);
  return { page, sent };
}

/** Waits until the page can read without the server. */
function untilLoaded(page: Page): Promise<void> {
  return page.locator("#place", { hasText: "stay in your browser" }).waitFor();
}

/** Waits until the page says where the drawing was read. */
function untilReadBy(page: Page, place: string): Promise<void> {
  return page.locator("#place", { hasText: place }).waitFor();
}

/**
 * Drawings with integer and fractional coordinates, of one stroke and of three,
 * always the same.
 */
function drawings(): { x: number[]; y: number[]; t: number[] }[][] {
  let state = 42;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const scribble = (points: number) => {
    const list = Array.from({ length: points }, () => random() * 1000);
    return {
      x: list.map(Math.round),
      y: list.map(() => random() * 1000),
      t: list.map((_, i) => i),
    };
  };
  return [
    ...Object.values(PATHS).map((path) => [{
      x: path.map(([x]) => x),
      y: path.map(([, y]) => y),
      t: path.map((_, i) => i),
    }]),
    ...[1, 2, 3, 5, 8, 13].map((points) => [scribble(points)]),
    ...[1, 2, 3].map((n) => [scribble(n), scribble(n + 3), scribble(2)]),
  ];
}

async function answersLikeTheServer(
  browser: Browser,
  origin: string,
): Promise<void> {
  const script = await bundleForBrowser(TEST_SCRIPT, import.meta.url);
  const { page } = await open(
    browser,
    origin,
    (context) =>
      context.route(
        "**/test.js",
        (route) =>
          route.fulfill({ contentType: "text/javascript", body: script }),
      ),
  );
  const read = await page.evaluateHandle(async (url) => {
    const { load }: TestScript = await import(url);
    return await load();
  }, "/test.js");
  for (const strokes of drawings()) {
    const { seen, number: _, milliseconds, ...answer } = await page.evaluate(
      async ([recognizer, strokes]) => {
        const { signal } = new AbortController();
        const { seen, ...rest } = await (recognizer as StrokeRecognizer)
          .recognizeStrokes(strokes, signal);
        return { ...rest, seen: [...seen!] };
      },
      [read, strokes] as const,
    );
    const response = await fetch(`${origin}/recognize?explain=true`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ strokes }),
    });
    const pixels = Uint8Array.from(seen);
    const png = encodePng({ width: 28, height: 28, pixels });
    assert.deepEqual(
      { ...answer, normalized: btoa(String.fromCharCode(...png)) },
      await response.json(),
    );
    assert.equal(typeof milliseconds, "number");
  }
}

async function sendsNothing(browser: Browser, origin: string): Promise<void> {
  const { page, sent } = await open(browser, origin);
  await untilLoaded(page);
  await drawWithMouse(page, PATHS.seven);
  assert.equal(await readAnswer(page), "7");
  await untilReadBy(page, "Read in your browser");
  assert.match(
    await page.locator("#place").getAttribute("title") ?? "",
    /^recognizer-[0-9a-f]{8}$/,
  );
  await page.locator("#clear").click();
  await untilLoaded(page);
  assert.deepEqual(sent, []);
}

async function readsOffline(browser: Browser, origin: string): Promise<void> {
  const { page } = await open(browser, origin);
  await untilLoaded(page);
  await page.context().setOffline(true);
  for (const [name, digit] of [["three", "3"], ["zero", "0"]] as const) {
    await drawWithMouse(page, PATHS[name]);
    assert.equal(await readAnswer(page), digit);
    await untilReadBy(page, "Read in your browser");
    await page.locator("#clear").click();
    await untilLoaded(page);
  }
}

async function readsWithoutHttps(
  browser: Browser,
  origin: string,
): Promise<void> {
  const { page, sent } = await open(
    browser,
    INSECURE,
    (context) =>
      context.route(`${INSECURE}/**`, async (route) => {
        const url = route.request().url().replace(INSECURE, origin);
        await route.fulfill({ response: await route.fetch({ url }) });
      }),
  );
  assert.equal(await page.evaluate(() => "subtle" in crypto), false);
  await untilLoaded(page);
  await drawWithMouse(page, PATHS.seven);
  assert.equal(await readAnswer(page), "7");
  assert.equal(
    await page.locator("#place").getAttribute("title"),
    "recognizer",
  );
  assert.deepEqual(sent, []);
}

async function fallsBack(
  browser: Browser,
  origin: string,
  prepare: (context: BrowserContext) => Promise<unknown>,
): Promise<void> {
  const failed = Promise.withResolvers<void>();
  const { page, sent } = await open(browser, origin, async (context) => {
    context.on("console", (message) => {
      if (message.text().startsWith("The engine did not load")) {
        failed.resolve();
      }
    });
    await prepare(context);
  });
  await failed.promise;
  await drawWithMouse(page, PATHS.seven);
  assert.equal(await readAnswer(page), "7");
  await untilReadBy(page, "Read by the server");
  assert.ok(sent.length > 0);
}

async function takesOver(browser: Browser, origin: string): Promise<void> {
  const wanted = Promise.withResolvers<void>();
  const { page } = await open(
    browser,
    origin,
    (context) =>
      context.route(ENGINE_FILES.model, async (route) => {
        await wanted.promise;
        await route.continue();
      }),
  );
  await drawWithMouse(page, PATHS.seven);
  await untilReadBy(page, "Read by the server");
  wanted.resolve();
  await untilReadBy(page, "Read in your browser");
  assert.equal(await readAnswer(page), "7");
}

browserTest("the page's engine, in a browser,", async (browser, t) => {
  const { origin, stop } = await startApp();
  try {
    const step = (
      name: string,
      check: (browser: Browser, origin: string) => Promise<void>,
    ) => t.step(name, () => check(browser, origin));
    await step("answers like the server", answersLikeTheServer);
    await step("sends no drawing", sendsNothing);
    await step("reads without a network", readsOffline);
    await step("reads without https", readsWithoutHttps);
    await step("takes over from the server once loaded", takesOver);
    for (const [name, files] of Object.entries(ENGINE_FILES)) {
      await step(
        `leaves reading to the server without its ${name}`,
        () =>
          fallsBack(
            browser,
            origin,
            (context) => context.route(files, (route) => route.abort()),
          ),
      );
    }
    await step(
      "leaves reading to the server without WebAssembly",
      () =>
        fallsBack(
          browser,
          origin,
          (context) => context.addInitScript("delete globalThis.WebAssembly"),
        ),
    );
  } finally {
    await stop();
  }
});
