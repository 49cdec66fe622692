/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { drawWithMouse, type Path, PATHS, readAnswer } from "../browser.ts";
import { checkPages, DESKTOP, PHONE } from "../checks.ts";

/** A path, smaller and elsewhere. */
function moved(path: Path, left: number, size: number): Path {
  return path.map(([x, y]) => [left + x * size, 250 + y * size]);
}

async function drawNumber(page: Page): Promise<void> {
  await drawWithMouse(page, moved(PATHS.seven, -60, 0.45));
  await drawWithMouse(page, moved(PATHS.three, 240, 0.45));
  await drawWithMouse(page, moved(PATHS.zero, 540, 0.45));
}

async function drawStar(page: Page): Promise<void> {
  const lines: readonly Path[] = [
    [[200, 500], [800, 500]],
    [[500, 200], [500, 800]],
    [[250, 250], [750, 750]],
    [[750, 250], [250, 750]],
  ];
  for (const line of lines) await drawWithMouse(page, line);
}

/** Number of pixels in the drawing square that have the accent's colour. */
function accentPixels(page: Page): Promise<number> {
  return page.locator("#pad").evaluate((element) => {
    const pad = element as HTMLCanvasElement;
    const { data } = pad.getContext("2d")!
      .getImageData(0, 0, pad.width, pad.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i]! > 180 && data[i + 1]! < 100 && data[i + 3]! > 200) count++;
    }
    return count;
  });
}

checkPages("drawing, in a browser,", [
  {
    name: "reads several digits as a number, with boxes over the ink",
    options: DESKTOP,
    check: async (page) => {
      await drawWithMouse(page, PATHS.three);
      assert.equal(await readAnswer(page), "3");
      assert.equal(await accentPixels(page), 0);
      await page.locator("#clear").click();
      await drawNumber(page);
      await page.locator("#digit", { hasText: "730" }).waitFor();
      assert.match(
        await page.locator("#announcement").innerText(),
        /Read as the number 730/,
      );
      await page.waitForFunction(() => document.getAnimations().length === 0);
      assert.equal(await page.locator("#bars li").count(), 3);
      assert.ok(await accentPixels(page) > 500);
    },
  },

  {
    name: "says kindly what is no digit, and what it might be",
    options: PHONE,
    check: async (page) => {
      await drawStar(page);
      await page.locator('#answer[data-state="unknown"]').waitFor();
      assert.equal(await page.locator("#digit").innerText(), "?");
      assert.match(
        await page.locator("#caption").innerText(),
        /no digit I know. If it is one, perhaps an? \d|may be several digits/,
      );
    },
  },

  {
    name: "compares with the server where it is asked to, and only there",
    options: DESKTOP,
    check: async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        if (request.method() === "POST") asked.push(request.url());
      });
      await page.locator("#place", { hasText: "stay in your browser" })
        .waitFor();
      await drawWithMouse(page, PATHS.zero);
      assert.equal(await readAnswer(page), "0");
      assert.equal(asked.length, 0);
      await page.locator("#second-switch").check();
      const agrees = page.locator("#second-text", {
        hasText: "reads 0 too, with the same probabilities",
      });
      await agrees.waitFor();
      await page.locator("#clear").click();
      await drawNumber(page);
      await page.locator("#second-text", { hasText: "reads 730 too" })
        .waitFor();
      const before = asked.length;
      await page.locator("#second-switch").uncheck();
      await page.locator("#clear").click();
      await drawWithMouse(page, PATHS.zero);
      await page.locator("#digit", { hasText: "0" }).waitFor();
      assert.equal(asked.length, before);
    },
  },

  {
    name: "keeps the last drawings on the device, to be opened again",
    options: PHONE,
    check: async (page) => {
      for (const path of [PATHS.three, PATHS.zero]) {
        await drawWithMouse(page, path);
        await page.locator("#clear").click();
      }
      const past = page.locator("#past-list button");
      assert.equal(await past.count(), 2);
      await page.reload();
      await past.first().waitFor();
      assert.equal(await past.count(), 2);
      await page.getByRole("button", { name: "Open the drawing read as 3" })
        .click();
      await page.locator("#digit", { hasText: "3" }).waitFor();
      await page.getByRole("button", { name: "Forget them" }).click();
      assert.equal(await past.count(), 0);
      const stored = await page.evaluate(() => ({ ...localStorage }));
      assert.deepEqual(stored, {});
    },
  },

  {
    name: "holds the drawing in its link",
    options: DESKTOP,
    check: async (page) => {
      await drawNumber(page);
      await page.locator("#digit", { hasText: "730" }).waitFor();
      const link = page.url();
      assert.match(link, /#drawing=[\w-]{40,2000}$/);
      const confidence = await page.locator("#caption").innerText();

      const other = await page.context().newPage();
      await other.goto(link);
      await other.locator("#digit", { hasText: "730" }).waitFor();
      assert.equal(await other.locator("#caption").innerText(), confidence);
      await other.locator("#clear").click();
      assert.equal(new URL(other.url()).hash, "");
      await other.keyboard.press("Control+z");
      assert.equal(new URL(other.url()).hash, new URL(link).hash);

      await other.goto(link.replace(/#.*/, "#drawing=BPz_"));
      await other.locator("#caption", { hasText: "no drawing" }).waitFor();
      await other.close();
    },
  },

  {
    name: "shares by the sheet of a phone, and copies where there is none",
    options: PHONE,
    check: async (page) => {
      await page.evaluate(() => {
        const shared: ShareData[] = [];
        const share = (data: ShareData) => {
          shared.push(data);
          return shared.length === 1
            ? Promise.resolve()
            : Promise.reject(new DOMException("", "NotAllowedError"));
        };
        Object.assign(navigator, { share, canShare: () => true });
        Object.assign(globalThis, { shared });
      });
      await page.context().grantPermissions([
        "clipboard-read",
        "clipboard-write",
      ]);
      await drawWithMouse(page, PATHS.three);
      assert.equal(await readAnswer(page), "3");
      await page.locator("#share").tap();
      const [first] = await page.evaluate(() =>
        (globalThis as unknown as { shared: ShareData[] }).shared
      );
      assert.equal(first?.url, page.url());
      assert.match(first?.text ?? "", /read 3/);
      await page.locator("#share").tap();
      await page.locator("#share", { hasText: "Link copied" }).waitFor();
      assert.equal(
        await page.evaluate(() => navigator.clipboard.readText()),
        page.url(),
      );
    },
  },

  {
    name: "makes a pen's line as wide as it presses",
    options: DESKTOP,
    check: async (page) => {
      const inked = await page.locator("#pad").evaluate(async (element) => {
        const pad = element as HTMLCanvasElement;
        const box = pad.getBoundingClientRect();
        const fire = (type: string, x: number, y: number, pressure: number) =>
          pad.dispatchEvent(
            new PointerEvent(type, {
              ...{ pointerId: 9, pointerType: "pen", button: 0, pressure },
              clientX: box.left + x * box.width,
              clientY: box.top + y * box.height,
            }),
          );
        // No pen is there to be captured.
        pad.setPointerCapture = () => {};
        for (const [y, pressure] of [[0.3, 0.1], [0.7, 1]] as const) {
          fire("pointerdown", 0.2, y, pressure);
          for (let x = 0.2; x <= 0.8; x += 0.05) {
            fire("pointermove", x, y, pressure);
          }
          fire("pointerup", 0.8, y, pressure);
        }
        await new Promise((done) => requestAnimationFrame(() => done(null)));
        await new Promise((done) => requestAnimationFrame(() => done(null)));
        const context = pad.getContext("2d")!;
        const inked = (from: number) =>
          context.getImageData(0, from * pad.height, pad.width, pad.height / 2)
            .data.filter((value, i) => i % 4 === 3 && value > 100).length;
        return [inked(0), inked(0.5)];
      });
      const [light, heavy] = inked as [number, number];
      assert.ok(light > 100 && heavy > 1.8 * light, `${light} and ${heavy}`);
    },
  },
]);
