/**
 * The Open Inference Protocol below `/v2`, as a part of the service.
 *
 * @module
 */

import type { Handler } from "hono";
import { type MethodsOf, methodsOfRoutes } from "../../http/allow.ts";
import { observedOf } from "../../http/observed.ts";
import type { LoadGenerator } from "../../models.ts";
import type { Recognizer } from "../../recognizer.ts";
import { inferenceProtocol, type ProtocolOptions } from "./app.ts";
import { servedGenerator, servedRecognizer } from "./models.ts";

/** What answers below `/v2`. */
export interface Protocol {
  /** Answers a request. */
  readonly answer: Handler;
  /** Knows the methods of every path. */
  readonly methodsOf: MethodsOf;
}

/**
 * Creates what answers below `/v2`.
 *
 * @param recognizer Reads digits.
 * @param generator Loads the generator.
 * @param options What the endpoints share with the service.
 */
export function protocol(
  recognizer: Recognizer,
  generator: LoadGenerator,
  options: Omit<ProtocolOptions, "models">,
): Protocol {
  const models = {
    recognizer: servedRecognizer(recognizer),
    generator: servedGenerator(generator),
  };
  const app = inferenceProtocol({ ...options, models });
  return {
    async answer(c) {
      const env = { requestId: c.get("requestId"), observed: observedOf(c) };
      const response = await app.fetch(c.req.raw, env);
      // Adds the headers that are set on the context.
      return c.newResponse(response.body, response);
    },
    methodsOf: methodsOfRoutes(app),
  };
}
