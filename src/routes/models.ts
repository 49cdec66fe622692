/**
 * `GET /models`: the models in use and their measurements.
 *
 * @module
 */

import type { Handler } from "hono";
import { jsonAnswer } from "../http/json_answer.ts";
import { queryOf, readQuery } from "../http/query.ts";
import { snakeCased } from "../http/snake_case.ts";
import type { ModelInfo } from "../model_file.ts";

/** Loads a model and returns it. */
export type Known = () =>
  | { readonly info: ModelInfo }
  | Promise<{ readonly info: ModelInfo }>;

/**
 * A handler that answers with both models' names, hashes, sizes, networks and
 * measurements.
 *
 * @param models Loads each model.
 */
export function describeModels(
  models: Readonly<Record<"recognizer" | "generator", Known>>,
): Handler {
  return async (c) => {
    readQuery(queryOf(c), {});
    const recognizer = await models.recognizer();
    const generator = await models.generator();
    return jsonAnswer(
      c,
      {
        recognizer: describe(recognizer.info),
        generator: describe(generator.info),
      },
      200,
      { "Cache-Control": "no-cache" },
    );
  };
}

function describe(
  { name, sha256, bytes, description, training }: ModelInfo,
): object {
  return {
    name,
    sha256,
    bytes,
    network: snakeCased(description),
    training: snakeCased(training),
  };
}
