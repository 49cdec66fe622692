import assert from "node:assert/strict";
import { readBody } from "../../src/http/body.ts";
import { Problem } from "../../src/http/problem.ts";

function request(body: BodyInit | null, headers: HeadersInit = {}): Request {
  return new Request("http://x/", { method: "POST", body, headers });
}

async function refusal(sent: Request, status: number): Promise<string> {
  const error = await readBody(sent, 10).then(() => null, (error) => error);
  assert.ok(error instanceof Problem);
  assert.equal(error.status, status);
  return error.message;
}

Deno.test("readBody() reads whole bodies up to the limit", async () => {
  assert.deepEqual(await readBody(request(null)), new Uint8Array(0));
  const ten = new Uint8Array(10).fill(7);
  assert.deepEqual(await readBody(request(ten), 10), ten);
});

Deno.test("readBody() counts a streamed body regardless of its headers", async () => {
  let left = 20;
  const long = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(4));
      if (--left === 0) controller.close();
    },
  });
  const lying = request(long, { "Content-Length": "nothing" });
  assert.match(await refusal(lying, 413), /more than 10 bytes/);
  assert.equal(left, 0, "the rest is dropped");
});

Deno.test("readBody() refuses a length above the limit and drops the body", async () => {
  const sent = request("x", { "Content-Length": "11" });
  assert.match(await refusal(sent, 413), /11 bytes by its header/);
  assert.equal(sent.bodyUsed, true);
});

Deno.test("readBody() does not ask for a body that it refuses by its length", async () => {
  const waiting = request("x", {
    "Content-Length": "11",
    "Expect": "100-continue",
  });
  assert.match(await refusal(waiting, 413), /11 bytes by its header/);
  assert.equal(waiting.bodyUsed, false);
});

Deno.test("readBody() reads bodies whose content coding is none", async () => {
  for (const coding of ["identity", "Identity", "", " "]) {
    const plain = request("x", { "Content-Encoding": coding });
    assert.equal((await readBody(plain)).length, 1);
  }
});

Deno.test("readBody() refuses compressed and broken bodies", async () => {
  const packed = request("x", { "Content-Encoding": "gzip" });
  assert.match(await refusal(packed, 415), /"gzip"/);
  const broken = request(
    new ReadableStream({ start: (controller) => controller.error("gone") }),
  );
  assert.match(await refusal(broken, 400), /broke off/);
});
