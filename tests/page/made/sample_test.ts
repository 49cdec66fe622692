import assert from "node:assert/strict";
import fc from "fast-check";
import {
  choiceFromLink,
  linkFromChoice,
  MAX_SEED,
  randomSeed,
  requestSheet,
  sampleUrl,
  seedFromText,
  sheetFromJson,
} from "../../../src/page/made/sample.ts";
import { formatLink, parseLink } from "../../../src/page/shell/link.ts";

const PIXELS = btoa("\0".repeat(784));
const SHEET = {
  seed: 1,
  model: "generator-01234567",
  samples: [{ digit: 3, pixels: PIXELS }],
};

Deno.test("sampleUrl() returns the URL for the page and for saving", () => {
  assert.equal(
    sampleUrl({ digit: null, seed: 0 }, "json"),
    "/sample?count=40&seed=0&format=json",
  );
  assert.equal(
    sampleUrl({ digit: 0, seed: 7 }, "png"),
    "/sample?digit=0&count=40&seed=7&format=png&scale=3&columns=8",
  );
});

Deno.test("requestSheet() requests and parses the sheet", async () => {
  const urls: string[] = [];
  const sheet = await requestSheet(
    (url) => {
      urls.push(url);
      return Promise.resolve(Response.json(SHEET));
    },
    { digit: 3, seed: 1 },
    new AbortController().signal,
  );
  assert.deepEqual(urls, ["/sample?digit=3&count=40&seed=1&format=json"]);
  assert.deepEqual(sheet, {
    model: SHEET.model,
    samples: [{ digit: 3, pixels: new Uint8Array(784) }],
  });
});

const BAD: readonly [unknown, ErrorConstructor, string][] = [
  ["x", TypeError, 'the JSON is "x", expected an object'],
  [
    { ...SHEET, samples: 1 },
    TypeError,
    "/samples is 1, expected a list of 1 to 100 samples",
  ],
  [{ ...SHEET, model: null }, TypeError, "/model is null, expected a text"],
  [
    { ...SHEET, samples: [{ digit: 10, pixels: PIXELS }] },
    RangeError,
    "/samples/0/digit is 10, expected a whole number from 0 to 9",
  ],
  [
    { ...SHEET, samples: [{ digit: 1, pixels: "AA==" }] },
    RangeError,
    "/samples/0/pixels has 1 bytes, expected 784",
  ],
  [
    { ...SHEET, samples: [{ digit: 1, pixels: "*" }] },
    SyntaxError,
    "is not base64",
  ],
];

for (const [json, type, message] of BAD) {
  Deno.test(`sheetFromJson() refuses: ${message}`, () => {
    assert.throws(
      () => sheetFromJson(json),
      (error) => error instanceof type && error.message === message,
    );
  });
}

Deno.test("seedFromText() accepts only 32-bit integers", () => {
  const cases: readonly [string, number | null][] = [
    ["0", 0],
    [" 42 ", 42],
    ["4294967295", MAX_SEED],
    ["4294967296", null],
    ["", null],
    ["-1", null],
    ["1.5", null],
    ["1e3", null],
    ["seed", null],
  ];
  for (const [text, seed] of cases) {
    assert.equal(seedFromText(text), seed, text);
  }
});

Deno.test("randomSeed() returns seeds that seedFromText() accepts", () => {
  for (let times = 0; times < 100; times++) {
    const seed = randomSeed();
    assert.equal(seedFromText(String(seed)), seed);
  }
});

Deno.test("choiceFromLink() reads linkFromChoice() output, through a hash", () => {
  const digit = fc.option(fc.integer({ min: 0, max: 9 }));
  const seed = fc.integer({ min: 0, max: MAX_SEED });
  const other = { digit: 1, seed: 1 };
  fc.assert(fc.property(digit, seed, (digit, seed) => {
    const choice = { digit, seed };
    const link = parseLink(formatLink(linkFromChoice(choice)));
    assert.deepEqual(choiceFromLink(link, other), choice);
  }));
});

Deno.test("choiceFromLink() ignores invalid parts", () => {
  const other = { digit: null, seed: 5 };
  for (const hash of ["", "#", "#seed=-1&digit=12", "#seed=%", "#anything"]) {
    assert.deepEqual(choiceFromLink(parseLink(hash), other), other, hash);
  }
});
