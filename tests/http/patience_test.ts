import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { createPatience } from "../../src/http/patience.ts";
import { Problem } from "../../src/http/problem.ts";
import { simpleModels } from "../routes/simple_models.ts";

/** Lets time pass. */
function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

Deno.test("createPatience() passes on what arrives in time", async () => {
  const { inTime } = createPatience(10_000);
  assert.equal(await inTime(Promise.resolve(7)), 7);
  await assert.rejects(inTime(Promise.reject(new TypeError("x"))), TypeError);
});

Deno.test("createPatience() rejects what is late, repeatedly", async () => {
  const { inTime } = createPatience(40);
  for (let round = 0; round < 2; round++) {
    const late = inTime(new Promise(() => {}));
    const punctual = inTime(sleep(5).then(() => round));
    assert.equal(await punctual, round);
    await assert.rejects(late, (error) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.status, 408);
      assert.match(error.message, /took more than 0.04 seconds/);
      return true;
    });
    // None is watched meanwhile.
    await sleep(60);
  }
});

Deno.test("createApp() refuses bodies that do not arrive, and frees their place", async () => {
  const app = createApp({
    ...simpleModels,
    capacity: 2,
    bodyTime: 50,
  });
  const stream = new TransformStream<Uint8Array>();
  const writer = stream.writable.getWriter();
  const send = (path: string, body: BodyInit) =>
    app.request(path, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/octet-stream" },
    });
  const other = new TransformStream<Uint8Array>();
  const slow = [
    send("/recognize", stream.readable),
    send("/v2/models/recognizer/infer", other.readable),
  ];
  await writer.write(new Uint8Array(9)).catch(() => {});
  const responses = await Promise.all(slow);
  assert.deepEqual(responses.map(({ status }) => status), [408, 408]);
  assert.match((await responses[0]!.json()).detail, /0.05 seconds/);
  assert.match((await responses[1]!.json()).error, /0.05 seconds/);
  const { status } = await send("/recognize", new Uint8Array(784));
  assert.equal(status, 200);
});
