/**
 * `GET /models`: which models answer, and how good they were measured to be.
 *
 * @module
 */

import { queryOf, readQuery } from "../http/query.ts";
import type { Resource } from "../http/resource.ts";
import { snakeCased } from "../http/snake_case.ts";
import type { ModelInfo } from "../model_file.ts";

/** Gives a model of which something is known, loaded by then. */
export type Known = () =>
  | { readonly info: ModelInfo }
  | Promise<{ readonly info: ModelInfo }>;

/**
 * Makes the resource.
 *
 * @param models What gives each model, by what it is for.
 */
export function modelsResource(
  models: Readonly<Record<"recognizer" | "generator", Known>>,
): Resource {
  return {
    makes: ["application/json"],
    async get(c) {
      readQuery(queryOf(c), {});
      c.header("Cache-Control", "no-cache");
      const recognizer = await models.recognizer();
      const generator = await models.generator();
      return c.json({
        recognizer: describe(recognizer.info),
        generator: describe(generator.info),
      });
    },
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
