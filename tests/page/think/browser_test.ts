/// <reference lib="dom" />
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { drawWithMouse, type Path, PATHS } from "../browser.ts";
import { checkPages, PHONE } from "../checks.ts";

/** What every step and every layer's maps show, as data URLs. */
function pictures(page: Page): Promise<string[]> {
  return page.locator("#think").evaluate((panel) => {
    const steps = [...panel.querySelectorAll<HTMLCanvasElement>(".think-step")];
    const all = panel.querySelector<HTMLCanvasElement>(".think-canvas")!;
    const top = all.getBoundingClientRect().top;
    const maps = [...panel.querySelectorAll(".think-maps")].map((room) => {
      const box = room.getBoundingClientRect();
      const part = document.createElement("canvas");
      part.width = all.width;
      part.height = Math.round(box.height);
      const y = Math.round(box.top - top);
      part.getContext("2d")!.drawImage(all, 0, -y);
      return part;
    });
    return [...steps, ...maps].map((canvas) => canvas.toDataURL());
  });
}

/** How many pixels of the strip below the square are painted. */
function glimpsed(page: Page): Promise<number> {
  return page.locator("#glimpse").evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext("2d")!
      .getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, i) => i % 4 === 3 && value > 0).length;
  });
}

checkPages("seeing it think, in a browser,", [
  {
    name: "shows itself in the first view, lit while the pen is down",
    options: { ...PHONE, viewport: { width: 360, height: 740 } },
    check: async (page) => {
      const tabs = (await page.locator("#tabs").boundingBox())!;
      for (const part of ["label:has(#think-switch)", "#glimpse", "#caption"]) {
        const { y, height } = (await page.locator(part).boundingBox())!;
        assert.ok(y + height <= tabs.y, `${part} ends at ${y + height}`);
      }
      await page.locator("#place", { hasText: "in your browser" }).waitFor();
      assert.equal(await glimpsed(page), 0);
      const box = (await page.locator("#pad").boundingBox())!;
      const middle = box.x + box.width / 2;
      await page.mouse.move(middle, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(middle, box.y + 250, { steps: 10 });
      await page.locator("#digit", { hasText: "1" }).waitFor();
      assert.ok(await glimpsed(page) > 500, `${await glimpsed(page)} pixels`);
      await page.mouse.up();
      await page.locator("#think-switch").check();
      assert.equal(await page.locator("#glimpse").isVisible(), false);
      await page.locator("#think-reads", { hasText: "Reads 1" }).waitFor();
      await page.locator("#clear").click();
      await page.locator("#think-switch").uncheck();
      await page.waitForFunction(() => {
        const canvas = document.querySelector<HTMLCanvasElement>("#glimpse")!;
        const { data } = canvas.getContext("2d")!
          .getImageData(0, 0, canvas.width, canvas.height);
        return !data.some((value) => value > 0);
      });
      // Another tab leaves it without a size.
      await page.locator("#undo").click();
      await page.locator('#tabs a[href="#learned"]').click();
      await page.locator("#hard-digit").waitFor();
      await page.locator('#tabs a[href="#draw"]').click();
      await page.locator("#digit", { hasText: "1" }).waitFor();
      assert.ok(await glimpsed(page) > 500, `${await glimpsed(page)} pixels`);
    },
  },

  {
    name: "loads nothing before it is switched on",
    options: PHONE,
    check: async (page) => {
      const loaded: string[] = [];
      page.on("request", (request) => loaded.push(request.url()));
      await drawWithMouse(page, PATHS.zero);
      await page.locator("#digit", { hasText: "0" }).waitFor();
      assert.deepEqual(loaded.filter((url) => url.includes("think")), []);
      assert.equal(await page.locator("#think").isVisible(), false);
      await page.locator("#think-switch").check();
      await page.locator("#think-reads", { hasText: "Reads 0" }).waitFor();
      const names = loaded.map((url) => new URL(url).pathname);
      assert.ok(names.includes("/page/think.js"));
      assert.ok(names.includes("/page/think.css"));
    },
  },

  {
    name: "shows the steps and every layer, while the pen is down",
    options: { viewport: { width: 1280, height: 1800 } },
    check: async (page) => {
      await page.locator("#think-switch").check();
      await page.locator(".think-empty", { hasText: "Nothing to read" })
        .waitFor();
      const box = (await page.locator("#pad").boundingBox())!;
      const middle = box.x + box.width / 2;
      await page.mouse.move(middle, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(middle, box.y + 200, { steps: 10 });
      await page.locator(".think-maps").first().waitFor();
      const early = await pictures(page);
      await page.mouse.move(middle + 90, box.y + 250, { steps: 10 });
      let late = await pictures(page);
      const changed = () => late.filter((picture, i) => picture !== early[i]);
      // A slow machine paints the layers in several frames.
      for (let i = 0; i < 300 && changed().length < late.length; i++) {
        await page.waitForTimeout(100);
        late = await pictures(page);
      }
      await page.mouse.up();
      assert.ok(early.length > 5, `${early.length} pictures`);
      assert.equal(late.length, early.length);
      assert.equal(new Set(late).size, late.length, "each shows another layer");
      assert.equal(changed().length, late.length, "all change while drawing");
      assert.equal(await page.locator(".think-bar.best").count(), 1);

      // Rebuilding the panel for the next drawing would take several frames.
      const canvas = (await page.$(".think-canvas"))!;
      await page.locator("#clear").click();
      await page.locator("#think-reads", { hasText: "Nothing to read" })
        .waitFor();
      await page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLCanvasElement>("#think canvas")]
          .every((canvas) => {
            const { width, height } = canvas;
            const { data } = canvas.getContext("2d")!
              .getImageData(0, 0, width, height);
            return !data.some((value) => value > 0);
          })
      );
      await page.locator(".think-bar.best").waitFor({ state: "detached" });
      await drawWithMouse(page, PATHS.three);
      await page.locator(".think-bar.best").waitFor();
      const isKept = await canvas.evaluate((canvas) =>
        canvas === document.querySelector(".think-canvas")
      );
      assert.ok(isKept);
    },
  },

  {
    name: "paints what is in sight, and the rest when it comes into sight",
    options: { ...PHONE, viewport: { width: 360, height: 740 } },
    check: async (page) => {
      await page.locator("#think-switch").check();
      await drawWithMouse(page, PATHS.three);
      await page.locator("#think-reads", { hasText: "Reads 3" }).waitFor();
      await page.waitForFunction(() =>
        getComputedStyle(document.querySelector(".think-maps")!).height !==
          "1px"
      );
      /** Whether each layer's maps have any ink. */
      const inked = () =>
        page.locator("#think").evaluate((panel) => {
          const all = panel.querySelector<HTMLCanvasElement>(".think-canvas")!;
          const top = all.getBoundingClientRect().top;
          return [...panel.querySelectorAll(".think-maps")].map((room) => {
            const box = room.getBoundingClientRect();
            const { data } = all.getContext("2d")!.getImageData(
              ...[0, Math.round(box.top - top)] as const,
              ...[all.width, Math.round(box.height)] as const,
            );
            return data.some((value, i) => i % 4 === 3 && value > 0);
          });
        });
      const first = await inked();
      assert.deepEqual([first[0], first.at(-1)], [true, false]);
      await page.locator(".think-maps").last().scrollIntoViewIfNeeded();
      let last = await inked();
      for (let i = 0; i < 100 && !last.at(-1); i++) {
        await page.waitForTimeout(50);
        last = await inked();
      }
      assert.equal(last.at(-1), true);
      await page.locator(".think-bar.best").scrollIntoViewIfNeeded();
      // The answer is below all this, and has the last reading.
      assert.equal(await page.locator("#digit").innerText(), "3");
    },
  },

  {
    name: "shows the digit of a number that is least sure",
    options: { viewport: { width: 1280, height: 1800 } },
    check: async (page) => {
      await page.locator("#think-switch").check();
      const narrow = (path: Path, left: number): Path =>
        path.map(([x, y]) => [x * 0.4 + left, y * 0.5 + 200]);
      await drawWithMouse(page, narrow(PATHS.seven, 0));
      await drawWithMouse(page, narrow(PATHS.three, 500));
      await page.locator("#think-reads", { hasText: /^Reads 73. Here is its/ })
        .waitFor();
      // "Least sure of this 7", beside the answer, is the same picture.
      const least = (await page.locator("#seen-caption").innerText()).at(-1)!;
      const reads = await page.locator("#think-reads").innerText();
      assert.equal(reads, `Reads 73. Here is its ${least}.`);
      /** Share of the columns that have ink. */
      const inked = (part: string) =>
        page.locator(part).evaluate((element) => {
          const { width, height } = element as HTMLCanvasElement;
          const { data } = (element as HTMLCanvasElement).getContext("2d")!
            .getImageData(0, 0, width, height);
          const columns = new Set<number>();
          data.forEach((value, i) => {
            if (i % 4 === 3 && value > 0) columns.add((i - 3) / 4 % width);
          });
          return columns.size / width;
        });
      const strokes = "canvas.think-step >> nth=0";
      let share = await inked(strokes);
      for (let i = 0; i < 100 && (share === 0 || share > 0.4); i++) {
        await page.waitForTimeout(50);
        share = await inked(strokes);
      }
      assert.ok(share > 0 && share < 0.4, `${share} of the columns`);
    },
  },
]);
