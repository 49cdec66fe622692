import assert from "node:assert/strict";
import { once } from "../src/once.ts";

Deno.test("once() loads once for all callers", async () => {
  let loads = 0;
  const load = once(() => Promise.resolve({ load: ++loads }));
  const [first, second] = await Promise.all([load(), load()]);
  assert.equal(first, second);
  assert.equal(await load(), first);
  assert.equal(loads, 1);
});

Deno.test("once() tries again after a failure", async () => {
  let loads = 0;
  const load = once(() =>
    ++loads === 1
      ? Promise.reject(new Error("not yet"))
      : Promise.resolve(loads)
  );
  await assert.rejects(Promise.all([load(), load()]), /not yet/);
  assert.equal(await load(), 2);
});
