import assert from "node:assert/strict";
import {
  failureText,
  type Fetch,
  RequestError,
  requestJson,
  retryDelay,
} from "../../../src/page/base/request.ts";

const PROBLEM = {
  type: "about:blank",
  title: "Unprocessable",
  status: 422,
  detail: "There is no point.",
};

/**
 * Sends a request through a fetch that returns, or fails with, the given
 * outcome.
 */
function ask(
  outcome: Response | Error,
  signal = new AbortController().signal,
): Promise<unknown> {
  const fetch: Fetch = () =>
    outcome instanceof Error
      ? Promise.reject(outcome)
      : Promise.resolve(outcome);
  return requestJson(fetch, "/x", { signal }, (json) => {
    if (json === "bad") throw new TypeError("json is bad");
    return json;
  });
}

/** The error that {@linkcode ask} rejects with. */
async function failure(outcome: Response | Error): Promise<RequestError> {
  const error = await ask(outcome).then(
    () => assert.fail("expected a failure"),
    (error: unknown) => error,
  );
  assert.ok(error instanceof RequestError, String(error));
  return error;
}

Deno.test("requestJson() returns the parsed answer", async () => {
  assert.deepEqual(await ask(Response.json({ a: 1 })), { a: 1 });
});

Deno.test("requestJson() classifies failures by what can be done about them", async () => {
  const busy = new Response("", {
    status: 503,
    headers: { "retry-after": "7" },
  });
  const cases: readonly [Response | Error, string, string, number | null][] = [
    [
      new TypeError("failed to fetch"),
      "unreachable",
      "/x could not be reached",
      null,
    ],
    [busy, "busy", "/x answered 503", 7],
    [Response.json(PROBLEM, { status: 429 }), "busy", PROBLEM.detail, null],
    [Response.json(PROBLEM, { status: 422 }), "refused", PROBLEM.detail, null],
    [
      new Response("<html>", { status: 404 }),
      "refused",
      "/x answered 404",
      null,
    ],
    [
      Response.json("bad"),
      "unreadable",
      "/x sent an unexpected answer: TypeError: json is bad",
      null,
    ],
  ];
  for (const [outcome, kind, message, retryAfter] of cases) {
    const error = await failure(outcome);
    assert.deepEqual([error.kind, error.message, error.retryAfter], [
      kind,
      message,
      retryAfter,
    ]);
  }
  assert.equal((await failure(new Response("<html>"))).kind, "unreadable");
});

Deno.test("requestJson() rethrows an abort unchanged", async () => {
  const controller = new AbortController();
  controller.abort();
  const abort = new DOMException("aborted", "AbortError");
  await assert.rejects(() => ask(abort, controller.signal), abort);
});

Deno.test("failureText() says what happens next", () => {
  const text = (kind: RequestError["kind"], online = true) =>
    failureText(new RequestError(kind, "Too long."), online);
  assert.match(text("unreachable"), /cannot be reached. Trying again/);
  assert.match(text("unreachable", false), /offline/);
  assert.match(text("busy"), /in 3 seconds/);
  assert.match(text("refused"), /rejected this: Too long\./);
  assert.match(text("unreadable"), /Reloading/);
  assert.match(
    failureText(new TypeError("a bug"), true),
    /went wrong in this page/,
  );
});

Deno.test("retryDelay() retries only where that can help, within bounds", () => {
  const delay = (
    kind: RequestError["kind"],
    retryAfter: number | null = null,
  ) => retryDelay(new RequestError(kind, "", { retryAfter }));
  assert.deepEqual([
    delay("unreachable"),
    delay("busy", 0),
    delay("busy", 9),
    delay("busy", 1e6),
  ], [3, 2, 9, 60]);
  assert.deepEqual([
    delay("refused", 5),
    delay("unreadable"),
    retryDelay(new Error("a bug")),
  ], [null, null, null]);
});
