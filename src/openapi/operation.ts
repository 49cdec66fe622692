/**
 * The paths of the OpenAPI document that are not about digits: the models, the
 * probes, the metrics, the document itself, the page.
 *
 * @module
 */

import { MODELS } from "../contract/models.ts";
import { LIVE, READY } from "../contract/status.ts";
import type { JsonSchema } from "../json/schema.ts";
import { BINARY, body, json, type Part, refusals } from "./responses.ts";

const TAGS = { tags: ["Operation"] };

/** The paths, in the document's form. */
export const OPERATION_PATHS: Part = {
  "/models": get("models", "Information about both models", MODELS.json, 400),
  "/livez": get("live", "Whether the process answers", LIVE.json),
  "/readyz": get(
    "ready",
    "Whether both models reproduce their test vectors",
    READY.json,
  ),
  "/metrics": {
    get: {
      ...TAGS,
      operationId: "metrics",
      summary: "Metrics in Prometheus' text format",
      responses: {
        200: body("Prometheus' text format.", "text/plain"),
        ...refusals(400, 406),
      },
    },
  },
  "/openapi.json": get(
    "openapi",
    "This document",
    { type: "object", required: ["openapi", "info", "paths"] },
    400,
  ),
  "/docs": file("docs", "This document in Swagger UI", "text/html"),
  "/": file("page", "The page to draw on", "text/html"),
  "/models/recognizer.safetensors": modelFile("recognizer"),
  "/models/generator.safetensors": modelFile("generator"),
};

function get(
  operationId: string,
  summary: string,
  schema: JsonSchema,
  ...others: readonly 400[]
): Part {
  return part(operationId, summary, {
    200: json(`${summary}.`, schema),
    ...refusals(...others, 406, 503),
  });
}

function modelFile(model: "recognizer" | "generator"): Part {
  return file(
    `${model}File`,
    `The ${model}'s file, in safetensors format`,
    "application/octet-stream",
    BINARY,
  );
}

/** A file, which caches revalidate by its `ETag`. */
function file(
  operationId: string,
  summary: string,
  type: string,
  schema?: JsonSchema,
): Part {
  return part(operationId, summary, {
    200: body(`${summary}.`, type, schema),
    304: { description: "`If-None-Match` names the current answer." },
    ...refusals(406, 503),
  });
}

function part(
  operationId: string,
  summary: string,
  responses: Record<number, unknown>,
): Part {
  return { get: { ...TAGS, operationId, summary, responses } };
}
