/**
 * The Open Inference Protocol, loaded with its first request.
 *
 * @module
 */

import type { Handler } from "hono";
import type { LoadGenerator } from "../../models.ts";
import { observedOf } from "../../http/observed.ts";
import { once } from "../../once.ts";
import type { Recognizer } from "../../recognizer.ts";
import type { ProtocolOptions } from "./app.ts";

/**
 * A handler that answers below `/v2`.
 *
 * @param recognizer Reads digits.
 * @param generator Loads the generator.
 * @param options What the endpoints share with the service.
 */
export function lazyInferenceProtocol(
  recognizer: Recognizer,
  generator: LoadGenerator,
  options: Omit<ProtocolOptions, "models">,
): Handler {
  const load = once(async () => {
    const [{ inferenceProtocol }, { servedGenerator, servedRecognizer }] =
      await Promise.all([import("./app.ts"), import("./models.ts")]);
    const models = {
      recognizer: servedRecognizer(recognizer),
      generator: servedGenerator(generator),
    };
    return inferenceProtocol({ ...options, models });
  });
  return async (c) => {
    const protocol = await load();
    const env = {
      requestId: c.get("requestId"),
      observed: observedOf(c),
    };
    const response = await protocol.fetch(c.req.raw, env);
    // Adds the headers that are set on the context.
    return c.newResponse(response.body, response);
  };
}
