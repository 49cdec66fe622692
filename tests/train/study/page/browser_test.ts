/// <reference lib="dom" />
/** The study's page in a browser. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeStudyPage } from "../../../../train/study/document.ts";
import {
  type StudyResult,
  summarize,
} from "../../../../train/study/results.ts";
import { browserTest } from "../../../page/browser.ts";

const rows: StudyResult[] = [100, 1000].flatMap((labels, i) =>
  ([["real", 0.8], ["both", 0.9]] as const).flatMap(([arm, base]) =>
    [1, 2].map((seed) => ({
      labels,
      seed,
      arm,
      accuracy: { "test images": base + i * 0.05 + seed / 100 },
    }))
  )
);

browserTest("the study's page, in a browser,", async (browser, t) => {
  await t.step("draws a line for each arm that was measured", async () => {
    const folder = await Deno.makeTempDir();
    try {
      const path = join(folder, "report.html");
      const settings = { steps: 9, ganSteps: 8, generatedShare: 0.25 };
      const html = await makeStudyPage(summarize(rows), settings);
      await Deno.writeTextFile(path, html);
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      await page.goto(pathToFileURL(path).href);
      assert.match(
        await page.locator("#settings").innerText(),
        /^9 steps of each recognizer, 8 of each GAN; 25 % of a batch/,
      );
      assert.deepEqual(await page.locator("h2").allInnerTexts(), [
        "test images",
      ]);
      // Pixels in each arm's colour: two arms were measured, two were not.
      const drawn = await page.locator("canvas").evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const { data } = canvas.getContext("2d")!
          .getImageData(0, 0, canvas.width, canvas.height);
        const style = getComputedStyle(document.documentElement);
        return ["real", "augmented", "generated", "both"].map((arm) => {
          const color = style.getPropertyValue(`--${arm}`).trim().slice(1);
          let count = 0;
          for (let i = 0; i < data.length; i += 4) {
            const rgb = data[i]! << 16 | data[i + 1]! << 8 | data[i + 2]!;
            if (data[i + 3] === 255 && rgb === parseInt(color, 16)) count++;
          }
          return count;
        });
      });
      assert.ok(drawn[0]! > 50 && drawn[3]! > 50, drawn.join());
      assert.deepEqual([drawn[1], drawn[2]], [0, 0]);
      assert.deepEqual(faults, []);
      await page.close();
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
});
