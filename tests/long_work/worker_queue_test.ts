import assert from "node:assert/strict";
import { Problem } from "../../src/http/problem.ts";
import type { Job } from "../../src/long_work/job.ts";
import {
  createWorkerQueue,
  WorkerUnavailable,
} from "../../src/long_work/worker_queue.ts";

/** A job whose path says what the thread should do. */
function job(path: string): Job {
  return { path, method: "GET", headers: [], body: null };
}

/** A thread that answers with the path, hangs or throws; it counts its answers. */
const THREAD = `
  let answered = 0;
  self.onmessage = ({ data: { path, body } }) => {
    if (path === "throw") throw new Error("broken");
    if (path === "hang") return;
    self.postMessage({ path, bytes: body?.length, answered: ++answered });
  };
  self.postMessage("ready");`;

const LIMITS = { most: 3, wait: 60_000, limit: 60_000, idle: 60_000 };

/** Runs a check on a queue; `opened` counts the threads it started. */
async function withQueue(
  limits: Partial<typeof LIMITS>,
  check: (
    run: (job: Job, signal?: AbortSignal) => Promise<unknown>,
    opened: () => number,
  ) => Promise<void>,
  source = THREAD,
): Promise<void> {
  let opened = 0;
  const queue = createWorkerQueue({
    ...LIMITS,
    ...limits,
    open() {
      opened++;
      const url = `data:text/javascript,${encodeURIComponent(source)}`;
      return new Worker(url, { type: "module" });
    },
  });
  try {
    await check(queue.run, () => opened);
  } finally {
    queue.stop();
  }
}

/** Matches a refusal with 503 and a time to try again. */
function refused(pattern: RegExp, retryAfter = "1") {
  return (error: unknown) => {
    assert.ok(error instanceof Problem);
    assert.equal(error.status, 503);
    assert.equal(error.headers["Retry-After"], retryAfter);
    assert.match(error.message, pattern);
    return true;
  };
}

Deno.test("createWorkerQueue() answers in order, in one thread", () =>
  withQueue({}, async (run, opened) => {
    const replies = await Promise.all([run(job("a")), run(job("b"))]);
    assert.deepEqual(replies, [
      { path: "a", bytes: undefined, answered: 1 },
      { path: "b", bytes: undefined, answered: 2 },
    ]);
    const body = new Uint8Array(5).subarray(1);
    assert.deepEqual(await run({ ...job("c"), body }), {
      path: "c",
      bytes: 4,
      answered: 3,
    });
    assert.equal(opened(), 1);
  }));

Deno.test("createWorkerQueue() refuses requests when it is full", () =>
  withQueue({}, async (run) => {
    const running = ["a", "b", "c"].map((path) => run(job(path)));
    await assert.rejects(run(job("d")), refused(/^3 requests .* waiting$/));
    await Promise.all(running);
    assert.ok(await run(job("e")));
  }));

Deno.test("createWorkerQueue() drops what nobody waits for any more", () =>
  withQueue({}, async (run) => {
    const client = new AbortController();
    const first = run(job("a"));
    const dropped = run(job("b"), client.signal);
    const last = run(job("c"));
    client.abort();
    await assert.rejects(dropped, refused(/^The client is gone$/));
    const replies = await Promise.all([first, last]);
    assert.deepEqual(replies, [
      { path: "a", bytes: undefined, answered: 1 },
      { path: "c", bytes: undefined, answered: 2 },
    ]);
  }));

Deno.test("createWorkerQueue() ends a thread that takes too long", () =>
  withQueue({ limit: 50 }, async (run, opened) => {
    const hanging = run(job("hang"));
    const next = run(job("next"));
    await assert.rejects(hanging, refused(/^It took more than 0.05 seconds$/));
    assert.deepEqual(await next, {
      path: "next",
      bytes: undefined,
      answered: 1,
    });
    assert.equal(opened(), 2);
  }));

Deno.test("createWorkerQueue() starts the thread again after it failed", () =>
  withQueue({}, async (run, opened) => {
    await run(job("a"));
    await assert.rejects(run(job("throw")), refused(/ended$/));
    assert.ok(await run(job("b")));
    assert.equal(opened(), 2);
  }));

Deno.test("createWorkerQueue() ends an idle thread", () =>
  withQueue({ idle: 20 }, async (run, opened) => {
    await run(job("a"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await run(job("b"));
    assert.equal(opened(), 2);
  }));

Deno.test("createWorkerQueue() reports a thread that does not start", () =>
  withQueue({}, async (run) => {
    const both = [run(job("a")), run(job("b"))];
    for (const one of both) await assert.rejects(one, WorkerUnavailable);
  }, "throw new Error('no')"));

Deno.test("createWorkerQueue() refuses waiting requests when it is stopped", async () => {
  const queue = createWorkerQueue({
    ...LIMITS,
    open: () => {
      const url = `data:text/javascript,${encodeURIComponent(THREAD)}`;
      return new Worker(url, { type: "module" });
    },
  });
  const hanging = queue.run(job("hang"));
  queue.stop();
  await assert.rejects(hanging, refused(/stopping/));
});

/** A thread that says it is ready, and answers, when a test wants it to. */
function createThread() {
  const taken: string[] = [];
  const worker = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    postMessage: ({ path }: Job) => void taken.push(path),
    terminate() {},
  };
  return {
    taken,
    open: () => worker as unknown as Worker,
    say: (data: unknown) => worker.onmessage!({ data }),
  };
}

Deno.test("createWorkerQueue() refuses what waits too long for its turn", async () => {
  const { open, say, taken } = createThread();
  const { run, stop } = createWorkerQueue({ ...LIMITS, open, wait: 1001 });
  const running = run(job("a"));
  say("ready");
  // The queue is as long as they waited, so they should not return at once.
  const late = [run(job("b")), run(job("c"))].map((one) =>
    assert.rejects(one, refused(/^It waited more than 1.001 seconds$/, "2"))
  );
  await Promise.all(late);
  // Being answered is not waiting, so the first one is still there.
  say("answer to a");
  assert.equal(await running, "answer to a");
  const next = run(job("d"));
  say("answer to d");
  assert.equal(await next, "answer to d");
  assert.deepEqual(taken, ["a", "d"]);
  stop();
});

Deno.test("createWorkerQueue() refuses what waits too long for the thread", async () => {
  const { open, say, taken } = createThread();
  const { run, stop } = createWorkerQueue({ ...LIMITS, open, wait: 20 });
  await assert.rejects(run(job("a")), refused(/^It waited more than/));
  const next = run(job("b"));
  say("ready");
  say("answer to b");
  assert.equal(await next, "answer to b");
  assert.deepEqual(taken, ["b"]);
  stop();
});
