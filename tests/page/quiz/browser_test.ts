/// <reference lib="dom" />
/**
 * The quiz in real Chromium.
 *
 * @module
 */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type Kind, quizOf } from "../../../src/page/quiz/quiz.ts";
import { accessibilityChecks } from "../accessibility.ts";
import { canvasPictures } from "../canvases.ts";
import { checkPages, DESKTOP, type PageCheck, PHONE } from "../checks.ts";

const SEED = 7;
const KINDS = quizOf(SEED).map(({ kind }) => kind);
const BUTTONS: Readonly<Record<Kind, string>> = {
  real: "A person",
  made: "The network",
};

function other(kind: Kind): Kind {
  return kind === "real" ? "made" : "real";
}

/** Answers all pictures with the keyboard, the first `wrong` of them wrong. */
async function answerAll(page: Page, wrong: number): Promise<void> {
  for (const [at, kind] of KINDS.entries()) {
    await page.locator("#quiz-real").waitFor();
    const answer = at < wrong ? other(kind) : kind;
    await page.keyboard.press(answer === "real" ? "r" : "M");
    await page.locator("#quiz-next").waitFor();
    // It has the focus.
    await page.keyboard.press("Enter");
  }
  await page.locator("#quiz-score").waitFor();
}

const CHECKS: readonly PageCheck[] = [
  {
    name: "is answered by keyboard, scored and explained",
    options: DESKTOP,
    link: `#quiz=${SEED}`,
    check: async (page) => {
      await answerAll(page, 2);
      assert.equal(await page.locator("#quiz-score").innerText(), "8 of 10");
      const text = await page.locator("#view-quiz").innerText();
      assert.match(text, /You can tell them apart/);
      assert.match(text, /8 or more 5% of the time/);
      assert.match(text, /A network that was trained .* right \d\d% /);
      const marks = await page.locator(".quiz-answers li").evaluateAll((list) =>
        list.map((item) => (item as HTMLElement).dataset["right"] === "true")
      );
      assert.deepEqual(marks, KINDS.map((_, at) => at >= 2));
      const pictures = await canvasPictures(page, ".quiz-answers canvas");
      assert.equal(new Set(pictures).size, 10);
    },
  },

  {
    name: "is answered by touch, each picture explained at once",
    options: PHONE,
    link: `#quiz=${SEED}`,
    check: async (page) => {
      for (const [at, kind] of KINDS.entries()) {
        await page.getByText(`Picture ${at + 1} of 10`).waitFor();
        const answer = at % 2 === 0 ? kind : other(kind);
        await page.getByRole("button", { name: BUTTONS[answer] }).tap();
        const shown = page.locator("#view-quiz [role=status]");
        await shown.getByText(at % 2 === 0 ? "Right." : "Wrong.").waitFor();
        await shown.getByText(kind === "real" ? "is real" : "was made")
          .waitFor();
        await page.locator("#quiz-next").tap();
      }
      assert.equal(await page.locator("#quiz-score").innerText(), "5 of 10");
      await page.getByText("the network fooled you").waitFor();
    },
  },

  {
    name: "is the same for everybody who follows its link",
    options: DESKTOP,
    link: `#quiz=${SEED}`,
    check: async (page) => {
      const picture = ".quiz-picture canvas";
      await page.locator("#quiz-real").waitFor();
      const first = await canvasPictures(page, picture);
      const again = await page.context().newPage();
      await again.goto(page.url());
      await again.locator("#quiz-real").waitFor();
      assert.deepEqual(await canvasPictures(again, picture), first);
      await again.close();

      await answerAll(page, 0);
      await page.context().grantPermissions([
        "clipboard-read",
        "clipboard-write",
      ]);
      await page.getByRole("button", { name: "Share this quiz" }).click();
      await page.locator('#view-quiz .copy[data-done="true"]').waitFor();
      assert.equal(
        await page.evaluate(() => navigator.clipboard.readText()),
        page.url(),
      );
      await page.locator("#quiz-again").click();
      await page.locator("#quiz-real").waitFor();
      assert.match(page.url(), /#quiz=\d+$/);
      assert.doesNotMatch(page.url(), /#quiz=7$/);
    },
  },

  {
    name: "leads from a made digit to its seed",
    options: DESKTOP,
    link: `#quiz=${SEED}`,
    check: async (page) => {
      await answerAll(page, 0);
      const made = page.locator(".quiz-answers li:has(a)").first();
      const picture = (element: Element) =>
        (element as HTMLCanvasElement).toDataURL();
      const shown = await made.locator("canvas").evaluate(picture);
      await made.locator("a").click();
      const first = page.locator("#wall canvas").first();
      await first.waitFor();
      assert.equal(await first.evaluate(picture), shown);
    },
  },

  {
    name: "goes on where it was left",
    options: DESKTOP,
    link: `#quiz=${SEED}`,
    check: async (page) => {
      await page.locator("#quiz-real").click();
      await page.locator("#quiz-next").click();
      await page.locator('#tabs a[href="#draw"]').click();
      await page.locator("#pad").waitFor();
      // Elsewhere its keys do nothing.
      await page.keyboard.press("r");
      await page.locator('#tabs a[href="#quiz"]').click();
      await page.getByText("Picture 2 of 10").waitFor();
      assert.match(page.url(), /#quiz=7$/);
    },
  },

  {
    name: "says so where its pictures do not load",
    options: DESKTOP,
    link: `#quiz=${SEED}`,
    withhold: "**/real_digits.png",
    check: async (page, release) => {
      await page.locator("#view-quiz .notice").waitFor();
      release();
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator("#quiz-real").waitFor();
    },
  },

  ...accessibilityChecks(`#quiz=${SEED}`, (page) => answerAll(page, 3)),
];

checkPages("the quiz, in a browser,", CHECKS);
