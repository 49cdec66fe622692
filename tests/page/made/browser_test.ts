/// <reference lib="dom" />
/**
 * The made digits in real Chromium.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { decodePng } from "../../../src/image/png/decode.ts";
import { accessibilityChecks } from "../accessibility.ts";
import { canvasPictures, inkedPixels } from "../canvases.ts";
import { checkPages, DESKTOP, type PageCheck, PHONE } from "../checks.ts";

const WALL = "#wall canvas";

async function untilWritten(page: Page): Promise<void> {
  await page.locator(WALL).first().waitFor();
}

/** Saves by a button of the part that a call belongs to; returns the file. */
async function save(
  page: Page,
  part: string,
  button: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const started = page.waitForEvent("download");
  await page.locator(part).getByRole("button", { name: button }).click();
  const download = await started;
  const bytes = await Deno.readFile(await download.path());
  return { name: download.suggestedFilename(), bytes };
}

/** The URL in the part's call. */
async function calledUrl(page: Page, part: string): Promise<string> {
  const call = page.locator(part).locator(".call");
  await call.locator("summary").click();
  const text = await call.locator("code").innerText();
  return /'(http[^']+)'/.exec(text)![1]!;
}

/**
 * Waits until fields of the link have these values, all of each: one seed may
 * begin like another. `waitForURL` would wait for the page to load, too.
 */
async function untilLink(
  page: Page,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await page.waitForFunction((expected) => {
    const link = new URLSearchParams(location.hash.slice(1));
    return Object.entries(expected).every(([name, value]) =>
      link.get(name) === value
    );
  }, fields);
}

/** Waits until a field has another value; returns it. */
async function otherValue(
  page: Page,
  field: string,
  before: string,
): Promise<string> {
  const handle = await page.waitForFunction(([selector, before]) => {
    const { value } = document.querySelector<HTMLInputElement>(selector!)!;
    return value === before ? null : value;
  }, [field, before]);
  return (await handle.jsonValue())!;
}

/** Drags over the square of hands; places are shares of its sides. */
async function drag(page: Page, from: number[], to: number[]): Promise<void> {
  const square = page.locator("#hands");
  await square.scrollIntoViewIfNeeded();
  const box = (await square.boundingBox())!;
  const place = ([x, y]: number[]) =>
    [box.x + x! * box.width, box.y + y! * box.height] as const;
  await page.mouse.move(...place(from));
  await page.mouse.down();
  await page.mouse.move(...place(to), { steps: 5 });
  await page.mouse.up();
}

/**
 * The pictures of canvases as one, where they are on the screen; a canvas pixel
 * per pixel, 0 paper to 255 ink.
 */
async function shownPicture(
  page: Page,
  selector: string,
): Promise<{ width: number; height: number; pixels: number[] }> {
  return await page.locator(selector).evaluateAll((elements) => {
    const canvases = elements as HTMLCanvasElement[];
    const places = (side: "offsetLeft" | "offsetTop") =>
      [...new Set(canvases.map((canvas) => canvas[side]))].sort((a, b) =>
        a - b
      );
    const [lefts, tops] = [places("offsetLeft"), places("offsetTop")];
    const whole = document.createElement("canvas");
    whole.width = lefts.length * canvases[0]!.width;
    whole.height = tops.length * canvases[0]!.height;
    const context = whole.getContext("2d")!;
    for (const canvas of canvases) {
      context.drawImage(
        canvas,
        lefts.indexOf(canvas.offsetLeft) * canvas.width,
        tops.indexOf(canvas.offsetTop) * canvas.height,
      );
    }
    const { width, height } = whole;
    const { data } = context.getImageData(0, 0, width, height);
    const pixels = Array.from(data).filter((_, at) => at % 4 === 3);
    return { width, height, pixels };
  });
}

const PARTS = {
  wall: ".made-part:has(> #wall)",
  number: ".made-part:has(#number)",
  hands: ".made-pair > div:has(#hands)",
  morph: ".made-pair > div:has(#morph)",
};

const CHECKS: readonly PageCheck[] = [
  {
    name: "are made in the page, by digit and seed",
    options: DESKTOP,
    link: "#seed=42",
    check: async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await untilWritten(page);
      const first = await canvasPictures(page, WALL);
      assert.equal(first.length, 40);
      assert.equal(new Set(first).size, 40);
      assert.ok(await inkedPixels(page, WALL) > 10);

      await page.locator("label", { hasText: /^3$/ }).click();
      await page.locator('#wall[aria-label*="3, 3, 3"]').waitFor();
      assert.match(page.url(), /#digit=3&seed=42$/);

      await page.locator("#new-seed").click();
      const seed = await otherValue(page, "#seed", "42");
      await untilLink(page, { digit: "3", seed });

      await page.locator("#seed").fill("-1");
      await page.keyboard.press("Enter");
      await page.locator("#wall-status", { hasText: "whole number" }).waitFor();

      await page.goto(page.url().replace(/#.*/, "#seed=42"));
      await page.locator(`#wall:not([aria-label*="3, 3, 3, 3, 3, 3"])`)
        .waitFor();
      assert.deepEqual(await canvasPictures(page, WALL), first);
      assert.deepEqual(asked.filter((url) => url.includes("/sample")), []);
    },
  },

  {
    name: "keep variety and hand in the link",
    options: DESKTOP,
    link: "#digit=4&seed=1",
    check: async (page) => {
      await untilWritten(page);
      await page.locator("#spread").focus();
      await page.keyboard.press("Home");
      await untilLink(page, { spread: "0" });
      assert.equal(new Set(await canvasPictures(page, WALL)).size, 1);
      await page.keyboard.press("End");
      await page.locator("#one-hand").check();
      const style = await otherValue(page, "#style", "");
      await untilLink(page, { digit: "4", seed: "1", style });
      assert.doesNotMatch(page.url(), /spread/);
      const pictures = await canvasPictures(page, WALL);
      await page.locator("#style").fill("8");
      await page.keyboard.press("Enter");
      await untilLink(page, { style: "8" });
      assert.notDeepEqual(await canvasPictures(page, WALL), pictures);
      const again = await page.context().newPage();
      await again.goto(page.url());
      await untilWritten(again);
      assert.equal(await again.locator("#style").inputValue(), "8");
      assert.deepEqual(
        await canvasPictures(again, WALL),
        await canvasPictures(page, WALL),
      );
    },
  },

  ...[PHONE, DESKTOP].map((options): PageCheck => ({
    name:
      `are on the screen as their calls answer, ${options.viewport.width} px wide`,
    options,
    link: "#seed=6&spread=0.7&at=0.3,0.6&share=0.25&number=30 11",
    check: async (page) => {
      await untilWritten(page);
      for (
        const [part, canvas] of [
          ["wall", WALL],
          ["number", "#number-picture"],
          ["hands", "#hand-live"],
          ["morph", "#morph"],
        ] as const
      ) {
        const url = await calledUrl(page, PARTS[part]);
        const answer = decodePng(await (await fetch(url)).bytes());
        const scale = Number(new URL(url).searchParams.get("scale"));
        const shown = await shownPicture(page, canvas);
        assert.deepEqual(
          [answer.width, answer.height],
          [shown.width * scale, shown.height * scale],
          `${part}: ${url}`,
        );
        const answered = shown.pixels.map((_, at) => {
          const [x, y] = [at % shown.width, Math.floor(at / shown.width)];
          return answer.pixels[y * scale * answer.width + x * scale];
        });
        assert.deepEqual(answered, shown.pixels, `${part}: ${url}`);
      }
    },
  })),

  {
    name: "are saved as the service answers them, as ink on white paper",
    options: { ...DESKTOP, colorScheme: "dark" },
    link: "#seed=5&style=3&number=1 2026",
    check: async (page) => {
      await untilWritten(page);
      for (const part of ["wall", "number", "hands", "morph"] as const) {
        const url = await calledUrl(page, PARTS[part]);
        const png = await save(page, PARTS[part], "Save PNG");
        assert.match(
          png.name,
          /^(digits-mixed-5|number-1-2026-5|digit-3-5|morph-3-8-50)\.png$/,
        );
        const expected = decodePng(await (await fetch(url)).bytes());
        const { width, height, pixels } = decodePng(png.bytes);
        assert.deepEqual([width, height], [expected.width, expected.height]);
        assert.deepEqual(pixels, expected.pixels.map((value) => 255 - value));
        const svg = await save(page, PARTS[part], "Save SVG");
        const answer = await fetch(url.replace("format=png", "format=svg"));
        assert.match(answer.headers.get("Cache-Control")!, /immutable/);
        const onWhite = (await answer.text())
          .replace("<rect ", '<rect fill="#fff" ')
          .replace(
            /"#(.)\1\1"(?= d)/g,
            (_, level) =>
              `"#${(15 - parseInt(level, 16)).toString(16).repeat(3)}"`,
          );
        assert.equal(new TextDecoder().decode(svg.bytes), onWhite);
      }
    },
  },

  {
    name: "change under the finger that drags through hands",
    options: DESKTOP,
    link: "#digit=7&seed=9",
    check: async (page) => {
      await untilWritten(page);
      const live = async () => (await canvasPictures(page, "#hand-live"))[0];
      const first = await live();
      await drag(page, [0.5, 0.5], [0.1, 0.8]);
      await untilLink(page, { at: "0.1,0.8" });
      const dragged = await live();
      assert.notEqual(dragged, first);
      await page.locator("#hands").focus();
      for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) {
        await page.keyboard.press(key);
      }
      await untilLink(page, { at: "0.2,0.75" });
      assert.match(
        await page.locator("#announcement").innerText(),
        /7, 20% to the right, 75% down/,
      );
      assert.notEqual(await live(), dragged);
      const shown = await live();
      await page.reload();
      await untilWritten(page);
      assert.equal(await live(), shown);
      await page.locator("#new-hands").click();
      const seed = await otherValue(page, "#seed", "9");
      await untilLink(page, { digit: "7", seed, at: "0.2,0.75" });
      assert.notEqual(await live(), shown);
    },
  },

  {
    name: "become one another",
    options: DESKTOP,
    link: "#digit=1&seed=9&to=4&share=0",
    check: async (page) => {
      await untilWritten(page);
      const morph = async () => (await canvasPictures(page, "#morph"))[0];
      const one = await morph();
      // At its start it is the digit that the finger has.
      assert.equal(one, (await canvasPictures(page, "#hand-live"))[0]);
      await page.locator("#morph-share").focus();
      await page.keyboard.press("End");
      await untilLink(page, { share: "1" });
      const four = await morph();
      assert.notEqual(four, one);
      await page.locator("#play").click();
      await page.locator("#play", { hasText: "Pause" }).waitFor();
      await page.waitForFunction(
        (before) =>
          ![...before, ""].includes(
            document.querySelector<HTMLCanvasElement>("#morph")!.toDataURL(),
          ),
        [one, four],
      );
      await page.locator("#play").click();
      await page.locator("#play", { hasText: "Play" }).waitFor();
      const stopped = await morph();
      await page.waitForTimeout(100);
      assert.equal(await morph(), stopped);
      await page.locator("#morph-to").selectOption("9");
      await untilLink(page, { to: "9" });
    },
  },

  {
    name: "write a number that is typed",
    options: PHONE,
    link: "#number=30&seed=2",
    check: async (page) => {
      await untilWritten(page);
      const field = page.locator("#number");
      assert.equal(await field.inputValue(), "30");
      const inView = await field.evaluate((element) => {
        const { top } = element.getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      });
      assert.ok(inView, "the link leads to the number");
      const picture = async () =>
        (await canvasPictures(page, "#number-picture"))[0];
      const first = await picture();
      await field.fill("+49 30/12");
      assert.notEqual(await picture(), first);
      await field.blur();
      await untilLink(page, { number: "49 30 12" });
      await page.locator('#number-picture[aria-label^="49 30 12"]').waitFor();
      await field.fill("12a");
      await page.locator("#number-status", { hasText: "1 to 40 digits" })
        .waitFor();
      assert.match(page.url(), /number=49%2030%2012/);
      await page.locator("#number-hand").click();
      const style = await otherValue(page, "#style", "");
      await untilLink(page, { number: "49 30 12", style });
    },
  },

  {
    name: "are called from other languages, too",
    options: DESKTOP,
    link: "#seed=2",
    check: async (page) => {
      await untilWritten(page);
      const call = page.locator(PARTS.wall).locator(".call");
      await call.locator("summary").click();
      for (
        const [name, text] of [["fetch", "await fetch("], [
          "Swift",
          "URLSession",
        ]]
      ) {
        await call.locator("label", { hasText: name! }).click();
        await call.locator("code", { hasText: text! }).waitFor();
      }
      await page.context().grantPermissions([
        "clipboard-read",
        "clipboard-write",
      ]);
      await call.getByRole("button", { name: "Copy" }).click();
      await call.locator('.copy[data-done="true"]').waitFor();
      assert.equal(
        await page.evaluate(() => navigator.clipboard.readText()),
        await call.locator("code").innerText(),
      );
    },
  },

  {
    name: "have controls with names of their own, and explain the choices",
    options: DESKTOP,
    link: "#seed=42&style=7",
    check: async (page) => {
      await untilWritten(page);
      for (const summary of await page.locator("summary").all()) {
        await summary.click();
      }
      const tree = await page.locator("#view-made").ariaSnapshot();
      const names = tree.match(
        /(?<=- )(button|textbox|slider|combobox|checkbox|group) ".*?"/g,
      )!;
      assert.ok(names.length > 25, tree);
      const twice = names.filter((name, i) => names.indexOf(name) !== i);
      assert.deepEqual(twice, []);
      for (const id of ["seed", "spread", "one-hand"]) {
        const hint = await page.locator(`#${id}`).evaluate((control) =>
          control.getAttribute("aria-describedby")?.split(" ").map((id) => {
            const element = document.getElementById(id)!;
            return element.checkVisibility() ? element.textContent : "";
          }).join("") ?? ""
        );
        assert.match(hint, /\w+ \w+ \w+/, id);
      }
    },
  },

  {
    name: "say so where the generator does not load",
    options: DESKTOP,
    link: "#seed=2",
    withhold: "**/models/generator.safetensors",
    check: async (page, release) => {
      await page.locator(".notice", { hasText: "did not load" }).waitFor();
      release();
      await page.getByRole("button", { name: "Try again" }).click();
      await untilWritten(page);
      assert.equal(await page.locator(".notice").count(), 0);
    },
  },

  ...accessibilityChecks("#seed=42&style=7", async (page) => {
    await untilWritten(page);
    for (const summary of await page.locator("summary").all()) {
      await summary.click();
    }
  }),
];

checkPages("the made digits, in a browser,", CHECKS);
