/**
 * Shared by the browser tests: a real Chromium, the real application with the
 * shipped models, and drawing by mouse and finger.
 *
 * @module
 */

import { type Browser, chromium, type Page } from "playwright-core";
import { createApp } from "../../src/app.ts";
import { loadModels } from "../../src/models.ts";
import { PAD_UNITS } from "../../src/page/draw/drawing.ts";
import { DRAW } from "../../src/page/texts/draw.ts";
import { BROWSER_HINT, findBrowser } from "../../tools/find_browser.ts";

/** No sandbox, since CI runs as root; nothing that phones home. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Milliseconds to wait for anything: long, since CI's cores may be busy. */
const PATIENCE = 60_000;

/** URLs of the engine's files, for tests that withhold them. */
export const ENGINE_FILES = {
  module: "**/engine/*.wasm",
  model: "**/models/*.safetensors",
} as const;

/** A path through the drawing square, in pad units. */
export type Path = readonly (readonly [x: number, y: number])[];

/** Digits as somebody might draw them. */
export const PATHS = {
  /** A seven: a bar, then a slanted stem. */
  seven: [
    [270, 240],
    [420, 228],
    [580, 226],
    [730, 224],
    [690, 330],
    [630, 450],
    [570, 590],
    [520, 720],
    [480, 850],
  ],
  /** A round zero. */
  zero: Array.from({ length: 25 }, (_, index) => {
    const angle = -Math.PI / 2 - index / 24 * 2 * Math.PI;
    return [500 + 230 * Math.cos(angle), 500 + 330 * Math.sin(angle)];
  }),
  /** A three: two bows. */
  three: [
    [310, 260],
    [380, 190],
    [480, 160],
    [590, 175],
    [665, 240],
    [670, 325],
    [610, 410],
    [520, 460],
    [450, 475],
    [540, 485],
    [640, 525],
    [705, 610],
    [705, 710],
    [640, 800],
    [530, 845],
    [410, 835],
    [310, 765],
  ],
} as const satisfies Record<string, Path>;

/**
 * Starts the browser of this machine. Its pages wait long for everything.
 *
 * @throws {Error} There is none, with what to install.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(BROWSER_HINT);
  const browser = await chromium.launch({ executablePath, args: ARGS });
  browser.on("context", (context) => context.setDefaultTimeout(PATIENCE));
  return browser;
}

/**
 * Registers a test that drives a browser; it is skipped where there is none.
 *
 * @param name The test's name.
 * @param test The test; the browser is closed when it is done.
 */
export function browserTest(
  name: string,
  test: (browser: Browser, t: Deno.TestContext) => Promise<void>,
): void {
  const fn = async (t: Deno.TestContext) => {
    const browser = await startBrowser();
    try {
      await test(browser, t);
    } finally {
      await browser.close();
    }
  };
  Deno.test({ name, ignore: findBrowser() === null, fn });
}

/** Serves the application with the shipped models on a free port. */
export async function startApp(): Promise<
  { origin: string; stop: () => Promise<void> }
> {
  const app = createApp(await loadModels());
  const quiet = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  const server = Deno.serve(quiet, app.fetch);
  return {
    origin: `http://127.0.0.1:${server.addr.port}`,
    stop: async () => {
      await app.stop();
      await server.shutdown();
    },
  };
}

/**
 * Bundles a module for a page to import.
 *
 * @param source Its text.
 * @param beside URL of a file in the folder from which it imports.
 */
export async function bundleForBrowser(
  source: string,
  beside: string,
): Promise<string> {
  const file = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const text = source.replace(
      /from "(\.[^"]+)"/g,
      (_, path) => `from "${new URL(path, beside)}"`,
    );
    await Deno.writeTextFile(file, text);
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      {
        args: [
          ...["bundle", "--quiet", "--platform=browser"],
          ...["--config=src/page/deno.json", file],
        ],
        cwd: new URL("../../", import.meta.url),
      },
    ).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout);
  } finally {
    await Deno.remove(file);
  }
}

/**
 * Draws with the mouse, slowly enough for points between the corners.
 *
 * @param steps Points per corner.
 */
export async function drawWithMouse(
  page: Page,
  path: Path,
  steps = 2,
): Promise<void> {
  const points = await onScreen(page, path);
  await page.mouse.move(...points[0]!);
  await page.mouse.down();
  for (const point of points.slice(1)) {
    await page.mouse.move(...point, { steps });
  }
  await page.mouse.up();
}

/**
 * Draws with a finger. Playwright can only tap, so this uses Chromium's own
 * protocol.
 */
export async function drawWithFinger(page: Page, path: Path): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (
    type: "touchStart" | "touchMove" | "touchEnd",
    touchPoints: { x: number; y: number }[],
  ) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const points = await onScreen(page, path);
  for (const [index, [x, y]] of points.entries()) {
    await send(index === 0 ? "touchStart" : "touchMove", [{ x, y }]);
  }
  await send("touchEnd", []);
  await session.detach();
}

/**
 * Waits until the page has answered the finished drawing; returns the digit.
 */
export async function readAnswer(page: Page): Promise<string> {
  await page.locator("#announcement", {
    hasText: /\S/,
    hasNotText: DRAW.emptied,
  }).waitFor({ state: "attached" });
  return await page.locator("#digit").innerText();
}

async function onScreen(page: Page, path: Path): Promise<[number, number][]> {
  const box = await page.locator("#pad").boundingBox();
  if (box === null) throw new TypeError("the drawing square is not visible");
  return path.map(([x, y]) => [
    box.x + x / PAD_UNITS * box.width,
    box.y + y / PAD_UNITS * box.height,
  ]);
}
