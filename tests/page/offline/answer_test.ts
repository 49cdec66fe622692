import assert from "node:assert/strict";
import { answer } from "../../../src/page/offline/answer.ts";

const never = new Promise<never>(() => {});
const stored = () => Promise.resolve(new Response("stored"));
const nothing = () => Promise.resolve(undefined);
const fresh = () => Promise.resolve(new Response("fresh"));
const offline = () => Promise.reject(new TypeError("offline"));
const broken = () => Promise.resolve(new Response("broken", { status: 503 }));

const CASES = [
  ["the server's answer", fresh, stored, () => never, "fresh"],
  ["the stored file offline", offline, stored, () => never, "stored"],
  [
    "the stored file for a slow server",
    () => never,
    stored,
    () => Promise.resolve(),
    "stored",
  ],
  [
    "the stored file for a broken server",
    broken,
    stored,
    () => never,
    "stored",
  ],
  ["a failure where nothing is stored", broken, nothing, () => never, "broken"],
] as const;

for (const [name, ask, find, patience, text] of CASES) {
  Deno.test(`answer() returns ${name}`, async () => {
    const response = await answer({ ask, find, patience });
    assert.equal(await response.text(), text);
  });
}

Deno.test("answer() rejects offline where nothing is stored", async () => {
  const patience = () => never;
  await assert.rejects(
    answer({ ask: offline, find: nothing, patience }),
    TypeError,
  );
});
