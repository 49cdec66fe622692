/**
 * The OpenAPI document holds: it is valid, its examples are accepted, and what
 * the service answers is what it says.
 *
 * @module
 */

import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { mediaType } from "../../src/http/media_type.ts";
import { encodePng } from "../../src/image/png/encode.ts";
import { simpleModels } from "../routes/simple_models.ts";

const app = createApp({
  ...simpleModels,
});
const document = await (await app.request("/openapi.json")).json();
// The whole document, so that references in it are found.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, "document");

/** Checks an answer against what the document says of it. */
async function check(response: Response, path: string, method = "get") {
  const { responses } = document.paths[path][method];
  const said = responses[response.status];
  assert.ok(said, `${method} ${path} answers ${response.status}`);
  const required = Object.keys(said.headers ?? {})
    .filter((name) => name === "Retry-After");
  for (const name of required) {
    assert.match(response.headers.get(name) ?? "", /^\d+$/, `${path}: ${name}`);
  }
  const type = mediaType(response.headers.get("Content-Type"));
  const pointer = [path, method, "responses", response.status, "content", type]
    .map((part) => String(part).replaceAll("/", "~1")).join("/");
  assert.ok(said.content[type], `${path} answers ${type}`);
  if (!type.endsWith("json")) return await response.body?.cancel();
  const json = await response.json();
  const reference = { $ref: `document#/paths/${pointer}/schema` };
  assert.ok(
    ajv.validate(reference, json),
    `${path}: ${ajv.errorsText()}: ${JSON.stringify(json)}`,
  );
}

function post(body: BodyInit, type: string, query = "") {
  const headers = type === "" ? {} : { "Content-Type": type };
  return app.request(`/recognize${query}`, { method: "POST", body, headers });
}

/** A bar. */
const PNG = encodePng({
  width: 28,
  height: 28,
  pixels: Uint8Array.from({ length: 784 }, (_, i) => i % 28 < 4 ? 255 : 0),
});

Deno.test("the OpenAPI document is valid", async () => {
  const { valid, errors } = await new Validator().validate(document);
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(document.openapi, "3.1.0");
});

/** Every object in a document, with the pointer to it. */
function* partsOf(value: unknown, pointer = ""): Generator<[string, object]> {
  if (typeof value !== "object" || value === null) return;
  yield [pointer, value];
  for (const [key, inner] of Object.entries(value)) {
    yield* partsOf(inner, `${pointer}/${key}`);
  }
}

Deno.test("the OpenAPI document can be turned into types", () => {
  // Generators make an index signature of additionalProperties, and no object
  // has both that of null and members of other types.
  const faulty = [...partsOf(document)].filter(([, part]) =>
    "properties" in part && "additionalProperties" in part
  );
  assert.deepEqual(faulty.map(([pointer]) => pointer), []);
});

Deno.test("the OpenAPI document says when each refusal happens", () => {
  for (const [pointer, part] of partsOf(document.paths)) {
    if (!/\/responses\/[45]\d\d$/.test(pointer)) continue;
    const { description } = part as { description: string };
    assert.match(description, /^.{20,}\.$/, pointer);
  }
});

Deno.test("the OpenAPI document has every route", () => {
  const routes = app.routes
    .filter(({ method, path }) =>
      method !== "ALL" && !path.startsWith("/docs/")
    )
    .map(({ method, path }) => `${method} ${path}`);
  // The protocol has an application of its own, files have none.
  const described = Object.entries<object>(document.paths)
    .filter(([path]) => !/^\/(v2.*|models\/.*)?$/.test(path))
    .flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`)
    );
  assert.deepEqual(described.toSorted(), [...new Set(routes)].toSorted());
});

const { requestBody } = document.paths["/recognize"].post;
const { examples } = requestBody.content["application/json"];

for (const name of Object.keys(examples)) {
  Deno.test(`the OpenAPI document's example ${name} is accepted`, async () => {
    const { value } = examples[name];
    const schema = {
      $ref:
        "document#/paths/~1recognize/post/requestBody/content/application~1json/schema",
    };
    assert.ok(ajv.validate(schema, value), ajv.errorsText());
    const response = await post(JSON.stringify(value), "application/json");
    assert.equal(response.status, 200);
    await check(response, "/recognize", "post");
  });
}

Deno.test("the OpenAPI document has the accepted media types", async () => {
  const form = new FormData();
  form.append("image", new Blob([PNG]), "bar.png");
  const bodies: Record<string, BodyInit> = {
    "application/json": JSON.stringify(examples.strokes.value),
    "image/png": PNG,
    "image/jpeg": PNG,
    "image/webp": PNG,
    "application/octet-stream": new Uint8Array(784 * 2),
    "multipart/form-data": form,
  };
  assert.deepEqual(Object.keys(requestBody.content), [
    "application/json",
    "image/png",
    "image/jpeg",
    "image/webp",
    "application/octet-stream",
    "multipart/form-data",
  ]);
  for (const type of Object.keys(requestBody.content)) {
    const sent = type === "multipart/form-data" ? "" : type;
    const response = await post(bodies[type]!, sent);
    assert.equal(response.status, 200, type);
    await check(response, "/recognize", "post");
  }
});

Deno.test("the OpenAPI document's examples of parameters are accepted", async () => {
  for (const { name, schema } of document.paths["/sample"].get.parameters) {
    const [example] = schema.examples ?? [];
    if (example === undefined) continue;
    const response = await app.request(`/sample?${name}=${example}`);
    assert.equal(response.status, 200, name);
    await check(response, "/sample");
  }
  for (
    const { name, schema } of document.paths["/recognize"].post.parameters
  ) {
    const [example] = schema.examples;
    const body = new Uint8Array(784);
    const query = `?${name}=${example}`;
    const response = await post(body, "application/octet-stream", query);
    assert.equal(response.status, 200, name);
    await check(response, "/recognize", "post");
  }
});

Deno.test("the OpenAPI document describes numbers", async () => {
  for (const query of ["?mode=number", "?mode=number&top=2&explain=true"]) {
    const one = await post(PNG, "image/png", query);
    assert.equal(one.status, 200);
    await check(one, "/recognize", "post");
    const value = JSON.stringify(examples.several.value);
    const several = await post(value, "application/json", query);
    assert.equal(several.status, 200);
    await check(several, "/recognize", "post");
  }
});

Deno.test("the OpenAPI document describes every answer, including refusals", async () => {
  const paths = Object.entries<object>(document.paths)
    .filter(([path, item]) => !path.startsWith("/v2") && "get" in item)
    .map(([path]) => path);
  assert.ok(paths.length >= 10);
  for (const path of paths) {
    const response = await app.request(path);
    assert.equal(response.status, 200);
    await check(response, path);
    const headers = { Accept: "text/css" };
    const refused = await app.request(path, { headers });
    assert.equal(refused.status, 406, path);
    await check(refused, path);
  }
  const formats = ["json", "png", "svg", "raw"];
  const queries = [
    ...formats.map((format) => `?format=${format}&seed=1`),
    "?latents=true&count=2",
    "?text=2026&format=svg",
    "?text=2026&format=json",
    "?digit=10",
    "?model=generator-01234567",
  ];
  for (const query of queries) {
    await check(await app.request(`/sample${query}`), "/sample");
  }
  const refused: [BodyInit, string, string?][] = [
    ["{", "application/json"],
    ["{}", "application/json"],
    ["x", "text/plain"],
    [new Uint8Array(3 << 20), "image/png"],
    [new Uint8Array(1), "application/octet-stream"],
    [new Uint8Array(784), "application/octet-stream", "?top=11"],
  ];
  for (const [body, type, query] of refused) {
    await check(await post(body, type, query), "/recognize", "post");
  }
});

Deno.test("the OpenAPI document describes the answers of a service that stops", async () => {
  const stopping = createApp(simpleModels);
  await stopping.stop();
  // These are answered as usual.
  const exceptions = ["/livez", "/metrics", "/v2/health/live"];
  for (const [path, item] of Object.entries<object>(document.paths)) {
    for (const method of Object.keys(item)) {
      const response = await stopping.request(path, { method });
      const isRefused = !exceptions.includes(path);
      assert.equal(response.status, isRefused ? 503 : 200, path);
      const retryAfter = response.headers.get("Retry-After");
      assert.equal(retryAfter, isRefused ? "1" : null, path);
      await check(response, path, method);
    }
  }
});

Deno.test("the OpenAPI document describes the Open Inference Protocol", async () => {
  const request = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(path, init);
    await check(response, path, init.method?.toLowerCase());
    return response.status;
  };
  const paths = Object.keys(document.paths)
    .filter((path) => path.startsWith("/v2"));
  assert.equal(paths.length, 9);
  for (const path of paths) {
    if (!path.endsWith("/infer")) {
      assert.equal(await request(path), 200);
      continue;
    }
    const { content } = document.paths[path].post.requestBody;
    const { schema, examples } = content["application/json"];
    const value = Object.values<{ value: unknown }>(examples)[0]!.value;
    assert.ok(ajv.validate(schema, value), ajv.errorsText());
    const bodies = [JSON.stringify(value), "{", "{}", " ".repeat(3 << 20)];
    const statuses = [];
    for (const body of bodies) {
      statuses.push(await request(path, { method: "POST", body }));
    }
    assert.deepEqual(statuses, [200, 400, 400, 413]);
  }
});
