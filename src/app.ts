/**
 * The application: every route on one screen.
 *
 * Errors become answers here and nowhere else: a Problem tells the client what
 * was wrong; anything else is a fault of the service, which says nothing of
 * itself to the outside.
 *
 * @module
 */

import { Hono } from "hono/quick";
import type { Handler, Hono as HonoApp } from "./http/hono.ts";
import { createEnvelope } from "./http/envelope.ts";
import { createGate } from "./http/gate.ts";
import { Problem, problemResponse } from "./http/problem.ts";
import { addResource } from "./http/resource.ts";
import type { LoadGenerator } from "./models.ts";
import type { Recognizer } from "./recognizer.ts";
import { filesHandler } from "./routes/files.ts";
import { modelsResource } from "./routes/models.ts";
import { liveResource, readyResource } from "./routes/probes.ts";
import { recognizeResource } from "./routes/recognize.ts";
import { sampleResource } from "./routes/sample.ts";

/** What an application is made of. */
export interface AppOptions {
  /** Reads digits. */
  readonly recognizer: Recognizer;
  /** Gives what writes digits. */
  readonly generator: LoadGenerator;
  /**
   * URL of the directory that holds `static/` and `models/`.
   * @default the repository's own
   */
  readonly top?: URL;
  /**
   * Requests that may be in flight at once; more are refused with 503.
   * @default {256}
   */
  readonly capacity?: number;
  /**
   * Told of every fault of the service's own.
   * @default console.error
   */
  readonly onFault?: (error: unknown) => void;
}

/** An application that serves, and can be told to stop. */
export interface App extends HonoApp {
  /**
   * Refuses requests from now on.
   *
   * @returns Kept when those in flight are answered.
   */
  readonly stop: () => Promise<void>;
}

/**
 * Makes the application.
 *
 * @param options The models, and what should differ from the defaults.
 */
export function createApp(options: AppOptions): App {
  const { recognizer, generator } = options;
  const { top = new URL("../", import.meta.url), capacity = 256 } = options;
  const { onFault = console.error } = options;
  const gate = createGate(capacity);
  // Hono's "quick" preset compiles no regular expression of all routes before
  // the first answer; with a dozen routes it is as fast after it.
  const app = new Hono();

  const answerError = (error: unknown): Response => {
    if (error instanceof Problem) return problemResponse(error);
    onFault(error);
    return problemResponse(new Problem(500, "The service failed to answer"));
  };
  // Functions around handlers, where Hono would have middleware: composing
  // middleware anew takes each request some microseconds.
  const always = createEnvelope(answerError);
  const guarded = (handler: Handler) => always(gate.guard(handler));

  addResource(app, "/livez", liveResource, always);
  addResource(
    app,
    "/readyz",
    readyResource(
      { recognizer: () => recognizer, generator },
      gate.isClosed,
    ),
    always,
  );
  addResource(app, "/recognize", recognizeResource(recognizer), guarded);
  addResource(app, "/sample", sampleResource(generator), guarded);
  addResource(
    app,
    "/models",
    modelsResource({ recognizer: () => recognizer, generator }),
    guarded,
  );
  app.notFound(guarded(filesHandler(top)));
  app.onError(answerError);
  return Object.assign(app, { stop: gate.close });
}
