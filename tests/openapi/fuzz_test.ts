/**
 * Requests made of the OpenAPI document: each answer is one that the document
 * describes, whether the request is valid or not.
 *
 * @module
 */

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import assert from "node:assert/strict";
import { cpuUsage } from "node:process";
import { createApp } from "../../src/app.ts";
import { FUZZ } from "../fuzz/runs.ts";
import { JPEG, PNG, WEBP } from "../contract/requests.ts";
import { simpleModels } from "../routes/simple_models.ts";
import { accepted, type JsonSchema } from "./arbitrary.ts";

/** The part of an operation that is used. */
interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: JsonSchema }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, unknown>> }>
  >;
}

const app = createApp({
  ...simpleModels,
  onError: () => {},
});
const document = await (await app.request("/openapi.json")).json() as {
  paths: Record<string, Record<string, Operation>>;
};
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, "document");

/** A value of a query, mostly one that the document allows. */
function queryOf(
  { parameters: all = [] }: Operation,
): fc.Arbitrary<readonly (readonly [string, string])[]> {
  const parameters = all.filter((parameter) => parameter.in === "query");
  if (parameters.length === 0) return fc.constant([]);
  const pair = fc.constantFrom(...parameters).chain(({ name, schema }) =>
    fc.oneof(
      { arbitrary: accepted(schema).map(String), weight: 12 },
      { arbitrary: fc.string({ maxLength: 20 }), weight: 1 },
    ).map((value) => [name, value.toWellFormed()] as const)
  );
  const unknown = fc.tuple(fc.string({ maxLength: 5 }), fc.string())
    .map(([a, b]) => [a.toWellFormed(), b.toWellFormed()] as const);
  return fc.array(
    fc.oneof({ arbitrary: pair, weight: 30 }, {
      arbitrary: unknown,
      weight: 1,
    }),
    { maxLength: 3 },
  );
}

const pictures = fc.constantFrom(PNG, JPEG, WEBP);

/** Bytes: pictures, whole or cut, images of 784 bytes, and anything. */
const bytes = fc.oneof(
  pictures,
  fc.tuple(pictures, fc.nat(400)).map(([file, end]) => file.slice(0, end)),
  fc.integer({ min: 1, max: 3 }).map((n) => new Uint8Array(784 * n).fill(9)),
  fc.uint8Array({ maxLength: 900 }).map((array) => new Uint8Array(array)),
);

/** A body with its media type, or none. */
function bodyOf(
  { requestBody }: Operation,
): fc.Arbitrary<{ body?: BodyInit; type?: string }> {
  if (requestBody === undefined) return fc.constant({});
  const kinds = Object.entries(requestBody.content).map(
    ([type, { schema }]) => {
      if (type === "application/json") {
        return fc.oneof(
          { arbitrary: accepted(schema), weight: 4 },
          { arbitrary: fc.jsonValue(), weight: 1 },
        ).map((json) => ({ type, body: JSON.stringify(json) }));
      }
      if (type === "multipart/form-data") {
        return fc.array(bytes, { maxLength: 3 }).map((files) => {
          const body = new FormData();
          files.forEach((file) => body.append("image", new Blob([file])));
          return { body };
        });
      }
      return bytes.map((body) => ({ type, body }));
    },
  );
  return fc.oneof(...kinds);
}

const requests = fc.oneof(
  ...Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      // Reading and generating have the most to say.
      weight: operation.parameters?.length ? 8 : 1,
      arbitrary: fc.record({
        path: fc.constant(path),
        method: fc.constant(method),
        query: queryOf(operation),
        content: bodyOf(operation),
        accept: fc.constantFrom("*/*", "*/*", "application/json", "text/css"),
      }),
    }))
  ),
);

/** What a media type in the document stands for. */
const mediaType = (text: string | null) => (text ?? "").split(";")[0]!.trim();

Deno.test("the OpenAPI document describes the answer to every request generated from it", async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(
      requests,
      async ({ path, method, query, content, accept }) => {
        const search = new URLSearchParams(query.map(([a, b]) => [a, b]));
        const headers: Record<string, string> = { Accept: accept };
        if (content.type !== undefined) headers["Content-Type"] = content.type;
        const began = cpuUsage();
        const response = await app.request(`${path}?${search}`, {
          method: method.toUpperCase(),
          headers,
          ...(content.body === undefined ? {} : { body: content.body }),
        });
        const { status } = response;
        const body = await response.bytes();
        // Of the processor: others may be at work beside a test.
        const { user, system } = cpuUsage(began);
        assert.ok(user + system < 2e6, "over two seconds");
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const text = new TextDecoder().decode(body);
        const described = document.paths[path]![method]!.responses[status];
        assert.ok(described, `${status} is not described: ${text}`);
        const type = mediaType(response.headers.get("Content-Type"));
        const types = Object.keys(described.content ?? {});
        const found = types.find((name) => mediaType(name) === type);
        assert.ok(found !== undefined, `${status} as ${type}, not ${types}`);
        if (!type.endsWith("json")) return;
        const pointer = [path, method, "responses", status, "content", found]
          .map((part) => String(part).replaceAll("/", "~1")).join("/");
        const validate = ajv.getSchema(`document#/paths/${pointer}/schema`)!;
        assert.ok(
          validate(JSON.parse(text)),
          `${ajv.errorsText(validate.errors)}: ${text.slice(0, 300)}`,
        );
      },
    ),
    { ...FUZZ, numRuns: 4 * FUZZ.numRuns },
  );
  // The generated requests are neither all refused nor all accepted.
  for (const status of [200, 400, 406, 415, 422]) {
    assert.ok(statuses.get(status)! > 5, `${status}: ${statuses.get(status)}`);
  }
});
