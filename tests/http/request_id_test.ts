import assert from "node:assert/strict";
import { Hono } from "hono";
import { requestId } from "../../src/http/request_id.ts";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const app = new Hono<{ Variables: { requestId: string } }>();
app.use(requestId());
app.get("/", (c) => c.text(c.get("requestId")));

/** The id that the handler saw, which is the answer's. */
async function idFor(sent?: string): Promise<string> {
  const headers: HeadersInit = sent === undefined
    ? {}
    : { "X-Request-Id": sent };
  const response = await app.request("/", { headers });
  const id = await response.text();
  assert.equal(response.headers.get("X-Request-Id"), id);
  return id;
}

Deno.test("requestId() echoes the ids of clients, gateways and tracers", async () => {
  const ids = [
    "7",
    "abc-123_X",
    "0af76519-16cd-43dd-8448-eb211c80319c",
    "Root=1-67891233-abcdef012345678912345678;Self=1-2-3",
    "urn:uuid:0af76519-16cd-43dd-8448-eb211c80319c",
    "host.example.com/gRx8;b4:000001",
    "kOyH+q/1zA==",
    "|a000b421-5d183ab6.1.8e2d4c28_1.",
    "x".repeat(128),
  ];
  for (const id of ids) assert.equal(await idFor(id), id);
});

Deno.test("requestId() generates an id if there is none or it is invalid", async () => {
  assert.match(await idFor(), UUID);
  assert.notEqual(await idFor(), await idFor());
  for (
    const odd of ["", "a b", "<script>", '"', "a\tb", "é", "x".repeat(129)]
  ) assert.match(await idFor(odd), UUID, odd);
});
