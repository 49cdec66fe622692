import assert from "node:assert/strict";
import { Hono } from "hono";
import {
  answerProblem,
  fieldProblem,
  Problem,
} from "../../src/http/problem.ts";

Deno.test("answerProblem() sends all of a refusal except its cause", async () => {
  const problem = new Problem(422, "Too many", {
    errors: [{ pointer: "/a", detail: "is 9" }],
    headers: { "Retry-After": "1" },
    cause: new Error("secret"),
  });
  const app = new Hono();
  app.get("/", (c) => {
    c.header("X-Request-Id", "a");
    return answerProblem(c, problem);
  });
  const response = await app.request("/");
  assert.equal(response.headers.get("X-Request-Id"), "a");
  assert.equal(response.status, 422);
  assert.equal(response.headers.get("Retry-After"), "1");
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  assert.deepEqual(await response.json(), {
    type: "about:blank",
    title: "Unprocessable Content",
    status: 422,
    detail: "Too many",
    errors: [{ pointer: "/a", detail: "is 9" }],
  });
});

Deno.test("fieldProblem() names the field", () => {
  const problem = fieldProblem(422, "/inputs/3", "is 5");
  assert.equal(problem.message, "/inputs/3 is 5");
  assert.deepEqual(problem.errors, [{ pointer: "/inputs/3", detail: "is 5" }]);
  assert.equal(fieldProblem(422, "", "is 5").message, "The body is 5");
});
