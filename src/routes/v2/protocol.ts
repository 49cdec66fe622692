/**
 * The Open Inference Protocol below `/v2`, as a handler of the service.
 *
 * @module
 */

import type { Handler } from "hono";
import { observedOf } from "../../http/observed.ts";
import type { LoadGenerator } from "../../models.ts";
import type { Recognizer } from "../../recognizer.ts";
import { inferenceProtocol, type ProtocolOptions } from "./app.ts";
import { servedGenerator, servedRecognizer } from "./models.ts";

/**
 * A handler that answers below `/v2`.
 *
 * @param recognizer Reads digits.
 * @param generator Loads the generator.
 * @param options What the endpoints share with the service.
 */
export function protocol(
  recognizer: Recognizer,
  generator: LoadGenerator,
  options: Omit<ProtocolOptions, "models">,
): Handler {
  const models = {
    recognizer: servedRecognizer(recognizer),
    generator: servedGenerator(generator),
  };
  const app = inferenceProtocol({ ...options, models });
  return async (c) => {
    const env = { requestId: c.get("requestId"), observed: observedOf(c) };
    const response = await app.fetch(c.req.raw, env);
    // Adds the headers that are set on the context.
    return c.newResponse(response.body, response);
  };
}
