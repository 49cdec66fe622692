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

/** When a request is refused, by status. */
const REASONS: Readonly<Partial<Record<RefusalStatus, string>>> = {
  400:
    "An unknown query name, a value that is not allowed, or a body that does not parse.",
  406: "`Accept` allows none of the media types of the answer.",
  408: "The body took more than 30 seconds to arrive.",
  409: "`model` is not the model that is served; `detail` names that one.",
  413: "The body is longer than the limit, by default 2 MiB.",
  415:
    "A media type, `Content-Encoding` or format of a picture that is not supported.",
  422:
    "The body was understood, but cannot be read: it is empty, a truncated picture, or JSON of another shape. `errors` points at the fields.",
  429: "This client has sent too many requests.",
  503: "The service is starting, stopping, or has too much to do.",
};

/** When a request is refused with a status. */
export function reason(status: RefusalStatus): string {
  return REASONS[status] ?? `${TITLES[status]}.`;
}

/** Refusals that say when to try again. */
const LATER: readonly RefusalStatus[] = [429, 503];

const RETRY_AFTER: Part = {
  "Retry-After": {
    description: "Seconds to wait before another try.",
    schema: { type: "integer" },
  },
};

/** The headers of a refusal that says when to try again. */
export function retryAfter(status: RefusalStatus): Part {
  return LATER.includes(status) ? { headers: RETRY_AFTER } : {};
}

/** Refusals, by status. */
export function refusals(...statuses: readonly RefusalStatus[]): Part {
  const schema = { $ref: "#/components/schemas/Problem" };
  return Object.fromEntries(
    statuses.map((code) => [code, {
      ...body(reason(code), "application/problem+json", schema),
      ...retryAfter(code),
    }]),
  );
}
