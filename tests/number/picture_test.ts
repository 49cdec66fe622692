import assert from "node:assert/strict";
import type { GreyImage } from "../../src/image/grey.ts";
import { findComponents } from "../../src/image/normalize/components.ts";
import { loadModels } from "../../src/models.ts";
import { readNumber } from "../../src/number/picture.ts";
import { paper, PITCH, write } from "./rows.ts";

const { recognizer, generator: load } = await loadModels();
const generator = await load();

/** Each line's digits. */
function read(image: GreyImage): string[] {
  return readNumber(recognizer, image)
    .map((line) => line.map(({ answer }) => answer.digit).join(""));
}

/** Fills a rectangle with black. */
function ink(
  { width, pixels }: GreyImage,
  left: number,
  top: number,
  columns: number,
  rows: number,
): void {
  for (let y = top; y < top + rows; y++) {
    pixels.fill(0, y * width + left, y * width + left + columns);
  }
}

Deno.test("readNumber() reads all digits from left to right", () => {
  const page = paper(560, 90);
  write(generator, page, "9876543210", 20, 15);
  assert.deepEqual(read(page), ["9876543210"]);
});

Deno.test("readNumber() reads light digits on a dark ground", () => {
  const page = paper(260, 90);
  write(generator, page, "2026", 20, 15);
  page.pixels.forEach((level, i) => page.pixels[i] = 255 - level);
  assert.deepEqual(read(page), ["2026"]);
});

Deno.test("readNumber() reads lines from the top down", () => {
  const page = paper(260, 200);
  write(generator, page, "31", 20, 15);
  write(generator, page, "4926", 20, 110);
  assert.deepEqual(read(page), ["31", "4926"]);
});

Deno.test("readNumber() says where each digit stands", () => {
  const page = paper(260, 90);
  write(generator, page, "508", 30, 20);
  const [line] = readNumber(recognizer, page);
  line!.forEach(({ box }, i) => {
    assert.ok(box.left >= 30 + i * PITCH, `${i} begins at ${box.left}`);
    assert.ok(box.right <= 30 + i * PITCH + 56, `${i} ends at ${box.right}`);
    assert.ok(box.bottom - box.top > 30);
  });
});

Deno.test("readNumber() reads one digit as one", () => {
  for (const digit of "0123456789") {
    const page = paper(100, 90);
    write(generator, page, digit, 20, 15);
    assert.deepEqual(read(page), [digit]);
  }
});

Deno.test("readNumber() skips a minus, a point and a speck", () => {
  const page = paper(300, 90);
  ink(page, 15, 42, 22, 5); // A minus before,
  write(generator, page, "37", 50, 15);
  ink(page, 152, 56, 6, 6); // a point after the second digit,
  write(generator, page, "25", 160, 15);
  ink(page, 280, 20, 1, 1); // and dust.
  assert.deepEqual(read(page), ["3725"]);
});

Deno.test("readNumber() joins broken strokes", () => {
  for (const row of [20, 26, 34]) {
    const page = paper(260, 90);
    write(generator, page, "2026", 20, 15);
    // A gap of two rows through all digits, but for the last.
    for (let y = 15 + row; y < 17 + row; y++) {
      page.pixels.fill(255, y * page.width, y * page.width + 165);
    }
    assert.deepEqual(read(page), ["2026"], `a gap in row ${row}`);
  }
});

Deno.test("readNumber() joins the halves of digits that are all broken", () => {
  for (const text of ["35", "29", "6"]) {
    const page = paper(160, 90);
    write(generator, page, text, 20, 15);
    for (let y = 41; y < 43; y++) {
      page.pixels.fill(255, y * page.width, (y + 1) * page.width);
    }
    assert.deepEqual(read(page), [text]);
  }
});

Deno.test("readNumber() reads lines that nearly touch", () => {
  for (const [upper, lower] of [["35", "29"], ["00", "00"], ["71", "48"]]) {
    const page = paper(160, 140);
    write(generator, page, upper!, 20, 10);
    write(generator, page, lower!, 20, 10 + 46);
    assert.deepEqual(read(page), [upper, lower]);
  }
});

/** A number whose digits are moved together until all ink is connected. */
function touching(text: string): GreyImage {
  for (let pitch = 32; pitch > 16; pitch--) {
    const page = paper(200, 90);
    write(generator, page, text, 20, 15, pitch);
    const ink = page.pixels.map((level) => 255 - level);
    if (findComponents(ink, page.width, 127).list.length === 1) return page;
  }
  throw new Error(`the digits of ${text} do not touch`);
}

/** Two lines of three digits, moved together until one touches the line below. */
function stacked(upper: string, lower: string): GreyImage {
  for (let top = 70; top > 40; top--) {
    const page = paper(210, 150);
    write(generator, page, upper, 20, 10);
    write(generator, page, lower, 20, top);
    const ink = page.pixels.map((level) => 255 - level);
    if (findComponents(ink, page.width, 127).list.length === 5) return page;
  }
  throw new Error(`no digit of ${upper} touches one of ${lower}`);
}

Deno.test("readNumber() reads lines a digit of which touches one below", () => {
  for (const [upper, lower] of [["354", "291"], ["708", "291"]] as const) {
    assert.deepEqual(read(stacked(upper, lower)), [upper, lower]);
  }
});

Deno.test("readNumber() parts digits that touch", () => {
  for (const text of ["75", "23", "47", "80", "99", "38"]) {
    assert.deepEqual(read(touching(text)), [text]);
  }
});

Deno.test("readNumber() reads a page that is larger than what digits are sought in", () => {
  const small = paper(260, 90);
  write(generator, small, "2026", 20, 15);
  const page = paper(2600, 900);
  for (let i = 0; i < page.pixels.length; i++) {
    const y = Math.floor(i / page.width / 10);
    page.pixels[i] = small.pixels[y * 260 + Math.floor(i % page.width / 10)]!;
  }
  assert.deepEqual(read(page), ["2026"]);
});

Deno.test("readNumber() reads nothing on blank paper", () => {
  assert.deepEqual(readNumber(recognizer, paper(100, 40)), []);
});

Deno.test("readNumber() refuses more pieces of ink than it reads", () => {
  const page = paper(640, 640);
  for (let y = 8; y < 632; y += 30) {
    for (let x = 8; x < 632; x += 16) ink(page, x, y, 8, 20);
  }
  assert.throws(
    () => readNumber(recognizer, page),
    {
      name: "RangeError",
      message:
        "There are 819 pieces of ink; at most 256 can be read as a number",
    },
  );
});
