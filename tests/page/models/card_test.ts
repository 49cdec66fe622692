import assert from "node:assert/strict";
import { createApp } from "../../../src/app.ts";
import { loadModels } from "../../../src/models.ts";
import { requestModels } from "../../../src/page/models/card.ts";
import { simpleModels } from "../../routes/simple_models.ts";

Deno.test("requestModels() reads what the service says of the shipped models", async () => {
  const app = createApp(await loadModels());
  const { recognizer, generator } = await requestModels((url, init) =>
    Promise.resolve(app.request(url, init))
  );
  assert.match(recognizer.name, /^recognizer-[0-9a-f]{8}$/);
  assert.ok(recognizer.accuracy! > 0.99);
  assert.ok(generator.bytes > 1000);
  assert.ok(generator.run!.configuration.epochs >= 1);
  const { int8, floor } = generator.quality!;
  assert.ok(int8.label_agreement > 0.9 && floor.label_agreement > 0.9);
});

Deno.test("requestModels() leaves out what was not measured", async () => {
  const app = createApp({
    ...simpleModels,
  });
  const { recognizer, generator } = await requestModels((url, init) =>
    Promise.resolve(app.request(url, init))
  );
  assert.equal(recognizer.accuracy, undefined);
  assert.equal(generator.run, undefined);
  assert.equal(generator.quality, undefined);
});

Deno.test("requestModels() refuses another answer", async () => {
  await assert.rejects(
    requestModels(() => Promise.resolve(new Response("", { status: 503 }))),
    new TypeError("/models answered 503, expected 200"),
  );
  await assert.rejects(
    requestModels(() => Promise.resolve(Response.json({ recognizer: 1 }))),
    TypeError,
  );
});
