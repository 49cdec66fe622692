/**
 * `GET /models`: which models answer, and how good they were measured to be.
 *
 * @module
 */

import { queryOf, readQuery } from "../http/query.ts";
import type { Resource } from "../http/resource.ts";
import { snakeCased } from "../http/snake_case.ts";
import type { ModelInfo } from "../model_file.ts";

/**
 * Makes the resource.
 *
 * @param models What is known of each model, by what it is for.
 */
export function modelsResource(
  models: Readonly<Record<"recognizer" | "generator", ModelInfo>>,
): Resource {
  return {
    makes: ["application/json"],
    get(c) {
      readQuery(queryOf(c), {});
      c.header("Cache-Control", "no-cache");
      return c.json({
        recognizer: describe(models.recognizer),
        generator: describe(models.generator),
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
