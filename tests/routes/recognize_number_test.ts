import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { encodePng } from "../../src/image/png/encode.ts";
import { loadModels } from "../../src/models.ts";
import { paper, write } from "../number/rows.ts";

const { recognizer, generator } = await loadModels();
const app = createApp({
  recognizer,
  generator,
  onError: (error) => {
    throw error;
  },
});
const writer = await generator();

/** A row of digits as PNG. */
function rowPng(text: string): Uint8Array<ArrayBuffer> {
  const page = paper(40 + 50 * text.length, 90);
  write(writer, page, text, 20, 15);
  return encodePng(page);
}

function post(body: BodyInit, type: string, query = ""): Promise<Response> {
  return Promise.resolve(app.request(`/recognize?mode=number${query}`, {
    method: "POST",
    body,
    headers: type === "" ? {} : { "Content-Type": type },
  }));
}

Deno.test("POST /recognize?mode=number reads all digits of a picture", async () => {
  const response = await post(rowPng("2026"), "image/png");
  assert.equal(response.status, 200);
  const { number, lines, digits, confidence, rejected, reason, model } =
    await response.json();
  assert.equal(number, "2026");
  assert.deepEqual(lines, ["2026"]);
  assert.deepEqual(digits.map(({ digit }: { digit: number }) => digit), [
    2,
    0,
    2,
    6,
  ]);
  assert.ok(confidence > 0.5 && confidence <= 1);
  assert.deepEqual([rejected, reason], [false, null]);
  assert.equal(model, recognizer.info.name);
  for (const [i, { box, ...digit }] of digits.entries()) {
    assert.deepEqual(Object.keys(digit), [
      "digit",
      "confidence",
      "rejected",
      "reason",
    ]);
    assert.ok(box.x >= 20 + 50 * i && box.width > 0 && box.height > 0);
  }
});

Deno.test("POST /recognize?mode=number gives boxes in a large picture's pixels", async () => {
  const small = paper(140, 90);
  write(writer, small, "38", 20, 15);
  const page = paper(1400, 900);
  page.pixels.forEach((_, i) => {
    const y = Math.floor(i / 14000);
    page.pixels[i] = small.pixels[140 * y + Math.floor(i % 1400 / 10)]!;
  });
  const response = await post(encodePng(page), "image/png");
  const { number, digits } = await response.json();
  assert.equal(number, "38");
  assert.ok(digits[1].box.x > 700 && digits[1].box.x < 1000);
  assert.ok(digits[1].box.height > 300);
});

Deno.test("POST /recognize?mode=number reads strokes, boxes in their units", async () => {
  const strokes = [
    { x: [2, 60, 25], y: [2, 2, 100] },
    { x: [130, 130], y: [0, 100] },
  ];
  const response = await post(
    JSON.stringify({ strokes }),
    "application/json",
  );
  const { number, digits } = await response.json();
  assert.equal(number, "71");
  assert.deepEqual(digits[1].box, { x: 130, y: 0, width: 0, height: 100 });
});

Deno.test("POST /recognize?mode=number answers several inputs in order", async () => {
  const form = new FormData();
  form.append("image", new Blob([rowPng("12")]), "a.png");
  form.append("image", new Blob([rowPng("345")]), "b.png");
  const response = await post(form, "");
  const { results } = await response.json();
  assert.deepEqual(
    results.map(({ number }: { number: string }) => number),
    ["12", "345"],
  );
});

Deno.test("POST /recognize?mode=number reads a blank picture as nothing", async () => {
  const response = await post(encodePng(paper(80, 40)), "image/png");
  const { model: _, ...answer } = await response.json();
  assert.deepEqual(answer, {
    number: "",
    confidence: 0,
    lines: [],
    digits: [],
    rejected: true,
    reason: "blank",
  });
});

Deno.test("POST /recognize?mode=number applies top and explain to each digit", async () => {
  const query = "&top=2&explain=true";
  const response = await post(rowPng("47"), "image/png", query);
  const { digits } = await response.json();
  assert.equal(digits.length, 2);
  for (const { digit, top, normalized } of digits) {
    assert.equal(top.length, 2);
    assert.equal(top[0].digit, digit);
    assert.ok(atob(normalized).startsWith("\x89PNG"));
  }
});

Deno.test("POST /recognize?mode=number reads raw bytes as pictures", async () => {
  const seven = writer.generate({ digits: [7], seed: 4, spread: 0.4 });
  const response = await post(
    seven as Uint8Array<ArrayBuffer>,
    "application/octet-stream",
  );
  assert.equal((await response.json()).number, "7");
});

Deno.test("POST /recognize?mode=number refuses normalize=false", async () => {
  const response = await post(
    new Uint8Array(784),
    "application/octet-stream",
    "&normalize=false",
  );
  assert.equal(response.status, 400);
  assert.equal((await response.json()).errors[0].pointer, "/query/normalize");
});

Deno.test("POST /recognize?mode=number refuses too many strokes", async () => {
  const strokes = Array.from(
    { length: 300 },
    (_, i) => ({ x: [9 * i, 9 * i], y: [0, 90] }),
  );
  const response = await post(JSON.stringify({ strokes }), "application/json");
  assert.equal(response.status, 422);
  const { errors } = await response.json();
  assert.equal(errors[0].pointer, "/strokes");
});
