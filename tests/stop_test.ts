/**
 * SIGTERM under load: what was accepted is answered.
 *
 * @module
 */

import assert from "node:assert/strict";
import { start } from "./start.ts";

/** Requests that are in flight at a time. */
const CONNECTIONS = 12;

/** Requests that are answered before the signal, however long that takes. */
const BEFORE = 100;

/** What is sent in turns: short requests, and one that takes longer. */
const REQUESTS: readonly (readonly [string, RequestInit])[] = [
  ["/recognize", {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: new Uint8Array(784),
  }],
  ["/sample?count=10&seed=1", {}],
  ["/sample?count=100&seed=1&format=raw", {}],
  ["/recognize", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: '{"strokes": [{"x": [50, 50], "y": [10, 90]}]}',
  }],
];

Deno.test("main.ts loses no accepted request when it is stopped under load", async () => {
  const { origin, pid, output, ended } = await start(
    "main.ts",
    undefined,
    undefined,
    {
      LOG: "info",
    },
  );
  let log = "";
  const logged = (async () => {
    for await (const text of output.values({ preventCancel: true })) {
      log += text;
    }
  })();

  const answered = new Map<string, number>();
  const enough = Promise.withResolvers<void>();
  let isStopping = false;
  let sent = 0;
  async function client(): Promise<void> {
    while (true) {
      const id = `request-${sent}`;
      const [path, init] = REQUESTS[sent++ % REQUESTS.length]!;
      const headers = new Headers(init.headers);
      headers.set("X-Request-Id", id);
      const wasSentBefore = !isStopping;
      try {
        const response = await fetch(origin + path, { ...init, headers });
        const body = await response.bytes();
        assert.ok(body.length > 0);
        answered.set(id, response.status);
        if (answered.size === BEFORE) enough.resolve();
      } catch (error) {
        // Nobody listens any more; what was sent before is answered.
        if (!wasSentBefore) return;
        throw error;
      }
    }
  }
  const clients = Promise.all(Array.from({ length: CONNECTIONS }, client));
  // A client's failure ends the wait, too.
  await Promise.race([enough.promise, clients]);
  isStopping = true;
  Deno.kill(pid, "SIGTERM");
  await clients;
  await logged;
  const { code } = await ended();

  assert.equal(code, 0);
  const lines = log.trim().split("\n").map((line) => JSON.parse(line)) as {
    id: string;
    status: number;
  }[];
  assert.ok(lines.length >= BEFORE, `${lines.length} requests`);
  // Whatever the service has answered has arrived, with the same status.
  for (const { id, status } of lines) {
    assert.equal(answered.get(id), status, `${id}, answered with ${status}`);
  }
  const statuses = new Set(answered.values());
  assert.ok(statuses.has(200));
  assert.ok([...statuses].every((status) => [200, 503].includes(status)));
});
