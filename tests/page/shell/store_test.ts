import assert from "node:assert/strict";
import { Store } from "../../../src/page/shell/store.ts";

Deno.test("Store.watch() calls back for changes of its part alone", () => {
  const store = new Store({ a: 1, b: 1 });
  const seen: number[] = [];
  store.watch(({ a }) => a, (a) => seen.push(a));
  store.update({ b: 2 });
  store.update({ a: 1 });
  store.update({ a: 2 });
  assert.deepEqual(seen, [1, 2]);
  assert.deepEqual(store.state, { a: 2, b: 2 });
});

Deno.test("Store.watch() lets a watcher change the state and stop watching", () => {
  const store = new Store({ a: 1, b: 1 });
  const stop = store.watch(({ a }) => a, (a) => store.update({ b: a * 10 }));
  const seen: number[] = [];
  store.watch(({ b }) => b, (b) => {
    seen.push(b);
    if (b === 20) stop();
  });
  store.update({ a: 2 });
  store.update({ a: 3 });
  assert.deepEqual(seen, [10, 20]);
});
