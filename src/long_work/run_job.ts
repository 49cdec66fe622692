/**
 * Answers a request that arrived as a message, using the same handlers.
 *
 * @module
 */

import { Hono } from "hono/quick";
import { timing } from "hono/timing";
import { createObserved } from "../http/observed.ts";
import { answerError } from "../http/problem.ts";
import type { Models } from "../models.ts";
import { recognize } from "../routes/recognize.ts";
import { sample } from "../routes/sample.ts";
import { lazy } from "../http/lazy.ts";
import type { Job, Reply } from "./job.ts";

/** Answers a request. It does not reject. */
export type RunJob = (job: Job) => Promise<Reply>;

/**
 * Creates a function that answers requests.
 *
 * @param models Reads and generates digits.
 */
export function createRunJob({ recognizer, generator }: Models): RunJob {
  // The serving thread has already checked the body's length.
  const maxBody = Infinity;
  const errors: Error[] = [];
  const onError = (error: Error) => errors.push(error);
  const app = new Hono();
  app.onError(answerError(onError));
  app.use(timing({ total: false }));
  app.post("/recognize", recognize(recognizer, { maxBody }));
  app.get("/sample", sample(generator));
  app.all(
    "/v2/*",
    lazy(async () => {
      const { protocol } = await import("../routes/v2/protocol.ts");
      const isStopping = () => false;
      const options = { isStopping, maxBody, onError };
      return protocol(recognizer, generator, options).answer;
    }),
  );
  return async ({ path, method, headers, body }) => {
    const observed = createObserved();
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      body,
    });
    const response = await app.fetch(request, { observed });
    const bytes = await response.bytes();
    const error = errors.shift();
    return {
      status: response.status,
      headers: [...response.headers],
      body: bytes,
      observed,
      ...(error === undefined ? {} : { error: error.stack ?? error.message }),
    };
  };
}
