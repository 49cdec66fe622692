/**
 * Document and service agree: what the service accepts, the document allows; what
 * the document forbids, the service refuses. What the document allows and the
 * service refuses is of the kinds that JSON Schema cannot express.
 *
 * @module
 */

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { FUZZ } from "../fuzz/runs.ts";
import { simpleModels } from "../routes/simple_models.ts";

const app = createApp({
  ...simpleModels,
  onError: () => {},
});
const document = await (await app.request("/openapi.json")).json();
const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** Refusals by rules between fields, or within a text. */
const BEYOND_SCHEMAS = [
  /a list of \d+ (coordinates|times|numbers, width x height)/,
  /has \d+ points/,
  /is not base64|without base64|picture/i,
  /elements, expected|expected one of|is \[.*expected \[n/,
  /\/(name|datatype) is .*, expected (images|digits|UINT8|INT64)$/,
  /data\/\d+ is .*, expected a whole number/,
  /parameters\/\w+ (is|has)|binary_data/,
];

/** Values that stand where another one is expected. */
const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, 0.5, 28, 255, 256, 4096, 4097, 1e6],
  ...[1_000_001, -1_000_001, 1e300, "", "3", "AAAA", [], [[]], [1], {}],
  ...[{ x: [1], y: [2] }, { points: [{ x: 1, y: 1 }] }, [[1], [2]]],
];

/** A place in a value: the keys that lead to it. */
type Path = readonly (string | number)[];

/** Every place in a value; of a long list only the first elements. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).slice(0, 4).flatMap(([key, member]) =>
    placesOf(member, [...path, Array.isArray(value) ? Number(key) : key])
  );
  return [path, ...inner];
}

/** A copy of a value with another member at a place; undefined removes it. */
function changed(value: unknown, path: Path, to: unknown): unknown {
  if (path.length === 0) return to;
  const [key, ...rest] = path as [string | number, ...Path];
  if (Array.isArray(value)) {
    return value.map((item, i) => i === key ? changed(item, rest, to) : item);
  }
  if (typeof value !== "object" || value === null) return value;
  const { [key]: member, ...others } = value as Record<string, unknown>;
  const made = changed(member, rest, to);
  return made === undefined ? others : { ...others, [key]: made };
}

/** Examples with up to three changes: a member replaced, removed or added. */
function near(examples: readonly unknown[]): fc.Arbitrary<unknown> {
  const change = fc.tuple(
    fc.nat(),
    fc.oneof(
      fc.constantFrom(...ODD),
      fc.constant(undefined),
      fc.constant("added"),
    ),
  );
  return fc.tuple(
    fc.constantFrom(...examples),
    fc.array(change, { maxLength: 3 }),
  ).map(([example, changes]) =>
    changes.reduce((value, [place, to]) => {
      const places = placesOf(value);
      const path = places[place % places.length]!;
      return to === "added"
        ? changed(value, [...path.slice(0, -1), "extra"], place % 2 ? 1 : null)
        : changed(value, path, to) ?? value;
    }, example)
  );
}

for (
  const path of [
    "/recognize",
    "/v2/models/recognizer/infer",
    "/v2/models/generator/infer",
  ]
) {
  Deno.test(`document and service agree on bodies of ${path}`, async () => {
    const { schema, examples } = document.paths[path].post.requestBody
      .content["application/json"];
    const validate = ajv.compile(schema);
    const values = Object.values<{ value: unknown }>(examples)
      .map(({ value }) => value);
    const seen = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(near(values), async (value) => {
        const body = JSON.stringify(value);
        const response = await app.request(path, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
        });
        const { detail, error = detail } = await response.json();
        const isAllowed = validate(JSON.parse(body));
        if (response.status === 200) {
          seen.accepted++;
          assert.ok(isAllowed, `accepted: ${ajv.errorsText(validate.errors)}`);
          return;
        }
        seen.refused++;
        assert.ok([400, 415, 422].includes(response.status), error);
        if (!isAllowed) return;
        assert.ok(BEYOND_SCHEMAS.some((rule) => rule.test(error)), error);
      }),
      { ...FUZZ, numRuns: 2 * FUZZ.numRuns },
    );
    assert.ok(seen.accepted > 10 && seen.refused > 10, JSON.stringify(seen));
  });
}

/** Texts of a query's values. */
const TEXTS = [
  ...["", "0", "1", "3", "9", "10", "11", "16", "17", "100", "101", "-1"],
  ...["4294967295", "4294967296", "0.5", "1.5", "1e-7", "true", "false"],
  ...["TRUE", "digit", "number", "json", "png", "svg", "raw", "exe", "2026"],
  ...["1 2", "1  2", "generator-01234567", "generator-0123456"],
  "1".repeat(40),
  "1".repeat(41),
];

/** Parameters that others need beside them. */
const BESIDE: Readonly<Record<string, Record<string, string>>> = {
  text: { format: "svg" },
  to: { digit: "2", share: "0.5" },
  share: { digit: "2", to: "8" },
};

/** A parameter's value as the document types it. */
function typed(text: string, { type }: { type: string }): unknown {
  if (type === "string") return text;
  if (type === "boolean") {
    return text === "true" ? true : text === "false" ? false : text;
  }
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
}

Deno.test("document and service agree on queries", async () => {
  const octets = {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: new Uint8Array(784),
  };
  const routes = [
    ["/recognize", document.paths["/recognize"].post, octets],
    ["/sample", document.paths["/sample"].get, {}],
  ] as const;
  for (const [path, { parameters }, init] of routes) {
    for (const { name, schema } of parameters) {
      // How long a latent is depends on the model.
      if (name === "latent") continue;
      const validate = ajv.compile(schema);
      for (const text of TEXTS) {
        const query = new URLSearchParams({ ...BESIDE[name], [name]: text });
        const { status, body } = await app.request(`${path}?${query}`, init);
        await body?.cancel();
        const isAllowed = validate(typed(text, schema));
        const what = `${path}?${query}: ${status}`;
        assert.equal([200, 409, 422].includes(status), isAllowed, what);
      }
    }
  }
});
