import assert from "node:assert/strict";
import { Problem } from "../../src/http/problem.ts";
import {
  boolean,
  decimal,
  integer,
  oneOf,
  readQuery,
} from "../../src/http/query.ts";

const readers = {
  digit: integer(0, 9),
  spread: decimal(0, 1),
  format: oneOf("json", "png"),
  explain: boolean,
};

const read = (text: string) => readQuery(new URLSearchParams(text), readers);

Deno.test("readQuery() reads the parameters that are present", () => {
  const cases: [string, object][] = [
    ["", {}],
    ["digit=0", { digit: 0 }],
    ["digit=007", { digit: 7 }],
    ["spread=.5&digit=9", { spread: 0.5, digit: 9 }],
    ["spread=1.", { spread: 1 }],
    ["spread=1e-7", { spread: 1e-7 }],
    ["spread=2.5e-10", { spread: 2.5e-10 }],
    ["format=png&explain=false", { format: "png", explain: false }],
  ];
  for (const [text, values] of cases) assert.deepEqual(read(text), values);
});

Deno.test("readQuery() refuses what is unknown, repeated or not allowed", () => {
  const cases: [string, string, RegExp][] = [
    ["digits=1", "/query/digits", /supported: digit, spread, format, explain/],
    ["digit=1&digit=1", "/query/digit", /more than once/],
    ["digit=10", "/query/digit", /"10", expected a whole number from 0 to 9/],
    ["digit=+1", "/query/digit", /" 1"/],
    ["digit=0x1", "/query/digit", /whole number/],
    ["spread=1e1", "/query/spread", /number from 0 to 1/],
    ["spread=-0", "/query/spread", /number from 0 to 1/],
    ["spread=1e", "/query/spread", /number from 0 to 1/],
    ["spread=.", "/query/spread", /number from 0 to 1/],
    ["format=PNG", "/query/format", /json or png/],
    ["explain=1", "/query/explain", /true or false/],
    ["toString=1", "/query/toString", /not a known name/],
    [`digit=${"9".repeat(99)}`, "/query/digit", /"9{40}…"/],
  ];
  for (const [text, pointer, detail] of cases) {
    assert.throws(() => read(text), (error) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.status, 400);
      assert.equal(error.errors[0]?.pointer, pointer);
      assert.match(error.errors[0]?.detail ?? "", detail);
      return true;
    });
  }
});

Deno.test("readQuery() lists several errors, but not thousands", () => {
  const listing = (count: number) => (error: unknown) =>
    error instanceof Problem && error.errors.length === count;
  assert.throws(() => read("digit=x&format=y"), listing(2));
  const many = Array.from({ length: 999 }, (_, i) => `a${i}=1`).join("&");
  assert.throws(() => read(many), listing(10));
});
