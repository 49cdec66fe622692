import { Hono } from "hono";
import { requestId } from "hono/request-id";
import assert from "node:assert/strict";
import {
  accessLog,
  createLog,
  type Severity,
} from "../../src/http/access_log.ts";

/** An application that logs to a list. */
function logging(level: Severity | "off", proxies = 0) {
  const lines: string[] = [];
  const app = new Hono();
  app.use(requestId());
  app.use(accessLog(createLog(level, (line) => lines.push(line)), proxies));
  app.get("/fine", (c) => c.text("fine"));
  app.get("/broken", () => {
    throw new Error("broken");
  });
  app.onError((_error, c) => c.text("broken", 500));
  return { app, lines };
}

Deno.test("accessLog() writes a line of JSON for each request", async () => {
  const { app, lines } = logging("info");
  const env = { remoteAddr: { hostname: "192.0.2.1" } };
  const headers = { "X-Request-Id": "abc", "X-Forwarded-For": "192.0.2.9" };
  await app.request("/fine?secret=1", { headers }, env);
  await app.request("/none\n", { method: "POST" });
  await app.request("/broken");
  const [fine, none, broken] = lines.map((line) => JSON.parse(line));
  const { time, ms, ...rest } = fine;
  assert.ok(Math.abs(Date.now() - Date.parse(time)) < 60_000);
  assert.ok(ms >= 0 && ms < 60_000);
  assert.deepEqual(rest, {
    level: "info",
    id: "abc",
    client: "192.0.2.1",
    method: "GET",
    path: "/fine",
    status: 200,
  });
  assert.deepEqual([none.level, none.status, none.client], ["warn", 404, null]);
  assert.deepEqual([broken.level, broken.status], ["error", 500]);
  assert.ok(lines.every((line) => !line.includes("\n")));
});

Deno.test("accessLog() writes what the level allows", async () => {
  for (
    const [level, count] of [["off", 0], ["error", 1], ["warn", 2]] as const
  ) {
    const { app, lines } = logging(level);
    for (const path of ["/fine", "/none", "/broken"]) await app.request(path);
    assert.equal(lines.length, count, level);
  }
});

Deno.test("accessLog() trusts only the configured number of proxies", async () => {
  const env = { remoteAddr: { hostname: "10.0.0.1" } };
  const cases: [number, string, string][] = [
    [0, "192.0.2.1", "10.0.0.1"],
    [1, "192.0.2.1", "192.0.2.1"],
    [1, "198.51.100.1, 192.0.2.1", "192.0.2.1"],
    [2, "198.51.100.1, 192.0.2.1", "198.51.100.1"],
    [2, "192.0.2.1", "10.0.0.1"],
    [1, "", "10.0.0.1"],
  ];
  for (const [proxies, header, client] of cases) {
    const { app, lines } = logging("info", proxies);
    const headers = { "X-Forwarded-For": header };
    await app.request("/fine", { headers }, env);
    assert.equal(JSON.parse(lines[0]!).client, client);
  }
});

Deno.test("createLog() drops lines that cannot be written, and says so once", () => {
  const errors: unknown[] = [];
  const lines: string[] = [];
  let isFull = true;
  const log = createLog(
    "info",
    (line) => {
      if (isFull) throw new Error("No space left on device");
      lines.push(line);
    },
    () => new Date(0),
    (error) => errors.push(error),
  );
  log("info", { status: 200 });
  log("info", { status: 201 });
  isFull = false;
  log("info", { status: 202 });
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /202/);
  assert.deepEqual(errors.map(String), ["Error: No space left on device"]);
});
