/// <reference lib="dom" />
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { encodePng } from "../../../src/image/png/encode.ts";
import { drawStrokes } from "../../../src/image/strokes.ts";
import { PATHS } from "../browser.ts";
import { checkPages, DESKTOP, type PageCheck, PHONE } from "../checks.ts";

/** Dark digits side by side on white paper, eight times as large as 28x28. */
function pictureOf(...names: (keyof typeof PATHS)[]): Uint8Array {
  const [side, zoom] = [28, 8];
  const width = names.length * side * zoom;
  const pixels = new Uint8Array(width * side * zoom).fill(255);
  names.forEach((name, index) => {
    const path = PATHS[name];
    const x = path.map(([x]) => x!);
    const digit = drawStrokes([{ x, y: path.map(([, y]) => y!) }]);
    for (let i = 0; i < side * zoom * side * zoom; i++) {
      const [row, column] = [Math.floor(i / (side * zoom)), i % (side * zoom)];
      const ink =
        digit[Math.floor(row / zoom) * side + Math.floor(column / zoom)]!;
      pixels[row * width + index * side * zoom + column] = 255 - ink;
    }
  });
  return encodePng({ width, height: side * zoom, pixels });
}

async function choose(page: Page, bytes: Uint8Array, type = "image/png") {
  const buffer = Buffer.from(bytes);
  await page.locator(".picture-tools input").first()
    .setInputFiles({ name: "digits.png", mimeType: type, buffer });
}

/** Gives the page a file as a paste or a drop does. */
async function give(
  page: Page,
  type: "paste" | "drop",
  bytes: Uint8Array,
): Promise<void> {
  await page.evaluate(([type, bytes]) => {
    const data = new DataTransfer();
    data.items.add(
      new File([Uint8Array.from(bytes)], "digit.png", { type: "image/png" }),
    );
    document.dispatchEvent(
      type === "paste"
        ? new ClipboardEvent("paste", { clipboardData: data })
        : new DragEvent("drop", { dataTransfer: data, cancelable: true }),
    );
  }, [type, [...bytes]] as const);
}

const text = (page: Page, hasText: string) =>
  page.locator("#picture-text", { hasText }).waitFor();

/** The picture as it is shown. */
const shown = (page: Page) =>
  page.locator("#picture-canvas").evaluate((canvas) =>
    (canvas as HTMLCanvasElement).toDataURL()
  );

checkPages("reading a picture, in a browser,", [
  {
    name: "reads a chosen number, with boxes, and shows the ink",
    options: DESKTOP,
    link: "#picture",
    check: async (page) => {
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.method() === "POST") sent.push(request.url());
      });
      await page.locator("#view-picture h2").waitFor();
      assert.equal(await page.evaluate(() => scrollY), 0);
      await choose(page, pictureOf("seven", "three", "zero"));
      await text(page, "730");
      assert.equal(await page.locator(".picture-steps canvas").count(), 0);
      assert.match(await page.locator("#picture-caption").innerText(), /sure/);
      assert.match(
        await page.locator("#announcement").innerText(),
        /the number 730/,
      );
      const boxes = await shown(page);
      await page.locator("#view-picture .switch input").check();
      assert.notEqual(await shown(page), boxes);
      assert.deepEqual(sent, []);
    },
  },

  {
    name: "reads one digit that was pasted or dropped",
    options: DESKTOP,
    link: "#picture",
    check: async (page) => {
      await page.locator("#view-picture h2").waitFor();
      await give(page, "paste", pictureOf("three"));
      await text(page, "3");
      const steps = page.locator(".picture-steps canvas");
      const pictures = await steps.evaluateAll((canvases) =>
        canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL())
      );
      assert.ok(pictures.length >= 5, `${pictures.length} steps`);
      assert.ok(new Set(pictures).size >= 3, "steps change the picture");
      await give(page, "drop", pictureOf("seven"));
      await text(page, "7");
    },
  },

  ...(["paste", "drop"] as const).map((way): PageCheck => ({
    name: `takes a ${way} in another room`,
    options: DESKTOP,
    check: async (page) => {
      await page.locator("#place", { hasText: "stay in your browser" })
        .waitFor();
      await give(page, way, pictureOf("three"));
      await text(page, "3");
      assert.equal(new URL(page.url()).hash, "#picture");
      await page.getByRole("link", { name: "Write", exact: true }).click();
      await page.locator("#seed").waitFor();
      await give(page, way, pictureOf("seven"));
      await text(page, "7");
      await page.goBack();
      await page.locator("#seed").waitFor();
    },
  })),

  {
    name: "has its answer in sight on a phone, a long one in one line",
    options: { ...PHONE, viewport: { width: 360, height: 740 } },
    link: "#picture",
    check: async (page) => {
      await page.locator("#view-picture h2").waitFor();
      const names = ["seven", "three", "zero"] as const;
      const three = pictureOf(...names, ...names, ...names);
      for (
        const [bytes, read] of [
          [pictureOf("three"), "3"],
          [three, "730730730"],
        ] as const
      ) {
        await choose(page, bytes);
        await page.locator("#picture-text", {
          hasText: new RegExp(`^${read}$`),
        })
          .waitFor();
        const [lines, bottom, tabs] = await page.evaluate(() => {
          const text = document.querySelector("#picture-text")!;
          const range = document.createRange();
          range.selectNodeContents(text);
          const place = (selector: string) =>
            document.querySelector(selector)!.getBoundingClientRect();
          return [
            new Set([...range.getClientRects()].map(({ top }) => top)).size,
            place("#picture-text").bottom,
            place("#tabs").top,
          ];
        });
        assert.equal(lines, 1, read);
        assert.ok(bottom! < tabs!, `${bottom} is not above ${tabs}`);
      }
    },
  },

  {
    name: "says what is no picture, and what is blank",
    options: PHONE,
    link: "#picture",
    check: async (page) => {
      await page.locator("#view-picture h2").waitFor();
      await choose(page, new TextEncoder().encode("Not a picture."));
      const caption = page.locator("#picture-caption");
      await caption.filter({ hasText: "cannot open this file" }).waitFor();
      const pixels = new Uint8Array(100 * 100).fill(250);
      await choose(page, encodePng({ width: 100, height: 100, pixels }));
      await caption.filter({ hasText: "Nothing in it" }).waitFor();
    },
  },

  {
    name: "offers an example",
    options: PHONE,
    link: "#picture",
    check: async (page) => {
      await page.locator("#view-picture h2").waitFor();
      const example = page.getByRole("button", { name: "Try an example" });
      await example.click();
      const number = page.locator("#picture-text", { hasText: /^\d{4}$/ });
      await number.waitFor();
      const first = await shown(page);
      await example.click();
      await page.waitForFunction(
        (first) =>
          document.querySelector<HTMLCanvasElement>("#picture-canvas")!
            .toDataURL() !== first,
        first,
      );
    },
  },
]);
