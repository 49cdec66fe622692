import assert from "node:assert/strict";
import { Latest } from "../../../src/page/base/latest.ts";
import { Clock, settled } from "./clock.ts";

/** A job whose runs a test finishes by hand, and all its results. */
function harness() {
  const clock = new Clock();
  const runs: {
    input: number;
    signal: AbortSignal;
    finish: PromiseWithResolvers<number>;
  }[] = [];
  const results: number[] = [];
  const errors: unknown[] = [];
  const latest = new Latest<number, number>({
    run: (input, signal) => {
      const finish = Promise.withResolvers<number>();
      runs.push({ input, signal, finish });
      return finish.promise;
    },
    onResult: (result) => results.push(result),
    onError: (error) => errors.push(error),
    soon: (callback) => clock.after(100, callback),
  });
  const run = (index: number) =>
    runs[index] ?? assert.fail(`there is no run ${index}`);
  return { clock, runs, run, results, errors, latest };
}

Deno.test("Latest.offer() runs the newest input of an interval", async () => {
  const { clock, runs, latest } = harness();
  latest.offer(1);
  await clock.pass(60);
  latest.offer(2);
  await clock.pass(39);
  assert.equal(runs.length, 0);
  await clock.pass(1);
  assert.deepEqual(runs.map(({ input }) => input), [2]);
});

Deno.test("Latest.offer() waits for the current run, then runs the newest input", async () => {
  const { clock, runs, run, results, latest } = harness();
  latest.offer(1);
  await clock.pass(100);
  latest.offer(2);
  latest.offer(3);
  await clock.pass(1000);
  assert.equal(runs.length, 1);
  assert.equal(run(0).signal.aborted, false);
  run(0).finish.resolve(10);
  await settled();
  assert.deepEqual(results, [10]);
  await clock.pass(100);
  assert.deepEqual(runs.map(({ input }) => input), [1, 3]);
});

Deno.test("Latest.settle() aborts the current run, ignores its outcome and runs at once", async () => {
  const { clock, run, runs, results, errors, latest } = harness();
  latest.offer(1);
  await clock.pass(100);
  latest.offer(2);
  latest.settle(3);
  assert.equal(run(0).signal.aborted, true);
  assert.deepEqual(runs.map(({ input }) => input), [1, 3]);
  run(1).finish.resolve(30);
  run(0).finish.resolve(10);
  await settled();
  await clock.pass(1000);
  assert.deepEqual(results, [30]);
  assert.deepEqual(errors, []);
  assert.equal(runs.length, 2);
});

Deno.test("Latest.cancel() forgets waiting and running inputs, including their failures", async () => {
  const { clock, run, runs, results, errors, latest } = harness();
  latest.offer(1);
  await clock.pass(100);
  latest.offer(2);
  latest.cancel();
  run(0).finish.reject(new DOMException("aborted", "AbortError"));
  await clock.pass(1000);
  assert.deepEqual([results, errors, runs.length], [[], [], 1]);
});

Deno.test("Latest reports a failure and continues with the waiting input", async () => {
  const { clock, run, runs, errors, latest } = harness();
  latest.settle(1);
  latest.offer(2);
  const error = new Error("no");
  run(0).finish.reject(error);
  await settled();
  assert.deepEqual(errors, [error]);
  await clock.pass(100);
  assert.equal(runs.length, 2);
});
