/**
 * Answers as the OpenAPI document describes them.
 *
 * @module
 */

import { type RefusalStatus, TITLES } from "../http/status.ts";
import type { JsonSchema } from "../json/schema.ts";

/** An object of the document. */
export type Part = Readonly<Record<string, unknown>>;

/** Arbitrary bytes. */
export const BINARY: JsonSchema = { type: "string", format: "binary" };

/** An answer in JSON. */
export function json(description: string, schema: JsonSchema): Part {
  return { description, content: { "application/json": { schema } } };
}

/** An answer of another media type. */
export function body(
  description: string,
  type: string,
  schema: JsonSchema = { type: "string" },
): Part {
  return { description, content: { [type]: { schema } } };
}

/** Refusals that say when to try again. */
const LATER: readonly RefusalStatus[] = [429, 503];

const RETRY_AFTER: Part = {
  "Retry-After": {
    description: "Seconds to wait before another try.",
    schema: { type: "integer" },
  },
};

/** Refusals, by status. */
export function refusals(...statuses: readonly RefusalStatus[]): Part {
  const schema = { $ref: "#/components/schemas/Problem" };
  return Object.fromEntries(
    statuses.map((code) => [code, {
      ...body(TITLES[code], "application/problem+json", schema),
      ...(LATER.includes(code) ? { headers: RETRY_AFTER } : {}),
    }]),
  );
}
