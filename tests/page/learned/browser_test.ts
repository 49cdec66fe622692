/// <reference lib="dom" />
/**
 * How it learned, in real Chromium.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import file from "../../../static/hard_digits.json" with { type: "json" };
import { aDigit } from "../../../src/page/texts/article.ts";
import { accessibilityChecks } from "../accessibility.ts";
import { canvasPictures } from "../canvases.ts";
import { checkPages, DESKTOP, type PageCheck, PHONE } from "../checks.ts";

const DIGITS = "canvas[data-digit]";

async function untilShown(page: Page): Promise<void> {
  await page.locator("#hard-digit").waitFor();
}

const CHECKS: readonly PageCheck[] = [
  {
    name: "shows digits through the training, by slider and by itself",
    options: DESKTOP,
    link: "#learned",
    check: async (page) => {
      await untilShown(page);
      const last = await canvasPictures(page, DIGITS);
      assert.equal(new Set(last).size, 10);
      await page.locator("#story-step").focus();
      await page.keyboard.press("Home");
      await page.getByText("After 0 steps, 0 images seen").waitFor();
      assert.notDeepEqual(await canvasPictures(page, DIGITS), last);
      const circle = page.locator(".story-chart circle.agreement");
      const before = await circle.getAttribute("cx");
      await page.locator("#story-play").click();
      // A slow machine may miss the first look that is played.
      await page.locator(".story-after", { hasNotText: "After 0 steps" })
        .waitFor();
      assert.notEqual(await circle.getAttribute("cx"), before);
      await page.locator("#story-play", { hasText: "Pause" }).click();
      await page.locator("#story-play", { hasText: "Play" }).waitFor();
    },
  },

  {
    name: "gives its chart scales",
    options: PHONE,
    link: "#learned",
    check: async (page) => {
      await untilShown(page);
      const chart = page.locator(".story-chart");
      const texts = await chart.locator("text").allTextContents();
      assert.deepEqual(
        texts.filter((text) => text.endsWith("%")),
        ["0%", "50%", "100%"],
      );
      const steps = texts.filter((text) => /^[\d,]+$/.test(text));
      assert.equal(steps[0], "0");
      assert.ok(steps.length >= 4, `${steps}`);
      assert.equal(steps.at(-1), "858");
      assert.ok(texts.some((text) => text.includes("steps")));
      const { width, sizes } = await chart.evaluate((svg) => ({
        width: svg.getBoundingClientRect().right,
        sizes: [...svg.querySelectorAll("text")].map((text) => {
          const { left, right, height } = text.getBoundingClientRect();
          return { left, right, height };
        }),
      }));
      for (const { right, height } of sizes) {
        assert.ok(right <= width + 1 && height >= 12, `${right}, ${height}`);
      }
      // Names of steps do not touch each other.
      const row = sizes.filter((_, i) => steps.includes(texts[i]!));
      row.slice(1).forEach(({ left }, i) =>
        assert.ok(left > row[i]!.right + 4)
      );
    },
  },

  {
    name: "has the figures of the models",
    options: DESKTOP,
    link: "#learned",
    check: async (page) => {
      await untilShown(page);
      const { recognizer, generator } = await page.evaluate(async () =>
        await (await fetch("/models")).json()
      );
      const table = await page.locator(".figures").innerText();
      const accuracy = recognizer.training.test_accuracy_int8 * 100;
      assert.match(table, new RegExp(`correctly\\s+${accuracy.toFixed(2)}%`));
      const network = generator.training.quality.int8.two_sample_accuracy;
      assert.match(table, new RegExp(`${(network * 100).toFixed(1)}%`));
      await page.getByText(
        `${generator.training.training.configuration.epochs} passes, `,
      ).waitFor();
    },
  },

  {
    name: "asks for the digits that are read wrong",
    options: PHONE,
    link: "#learned",
    check: async (page) => {
      await untilShown(page);
      await page.getByText(`misreads ${file.digits.length} of`).waitFor();
      const [first, second] = file.digits;
      const choose = (digit: number) =>
        page.locator("#hard-choices").getByRole("button", {
          name: String(digit),
        }).tap();
      const shown = await canvasPictures(page, "#hard-digit");
      await choose(first!.label);
      await page.getByText("as its writer meant it").waitFor();
      await page.getByText(`The network says ${first!.read}`).waitFor();
      await page.getByText("You: 1 of 1. The network: 0 of 1.").waitFor();
      await page.locator("#hard-next").tap();
      assert.notDeepEqual(await canvasPictures(page, "#hard-digit"), shown);
      await choose(second!.read);
      await page.getByText(`Its writer meant ${aDigit(second!.label)}`)
        .waitFor();
      await page.getByText("So did you.").waitFor();
      await page.getByText("You: 1 of 2. The network: 0 of 2.").waitFor();
    },
  },

  {
    name: "takes digits that are typed, and keeps the digit in the link",
    options: DESKTOP,
    link: `#learned=${file.digits[3]!.index}`,
    check: async (page) => {
      await untilShown(page);
      await page.keyboard.press(String(file.digits[3]!.label));
      await page.getByText("as its writer meant it").waitFor();
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (hash) => location.hash === hash,
        `#learned=${file.digits[4]!.index}`,
      );
      await page.locator("#hard-choices").waitFor();
      const shown = await canvasPictures(page, "#hard-digit");
      await page.reload();
      await untilShown(page);
      assert.deepEqual(await canvasPictures(page, "#hard-digit"), shown);
    },
  },

  {
    name: "says so where its files do not load",
    options: DESKTOP,
    link: "#learned",
    withhold: "**/learned.png",
    check: async (page, release) => {
      await page.locator("#view-learned .notice").waitFor();
      release();
      await page.getByRole("button", { name: "Try again" }).click();
      await untilShown(page);
    },
  },

  ...accessibilityChecks("#learned", async (page) => {
    await untilShown(page);
    await page.locator("#hard-choices button").first().click();
  }),
];

checkPages("how it learned, in a browser,", CHECKS);
