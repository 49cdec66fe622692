/**
 * The JSON of a refusal (RFC 9457).
 *
 * @module
 */

import { object, optional } from "../json/object.ts";
import { integer, list, type Schema, string } from "../json/schema.ts";

/** A refusal. */
export interface ProblemJson {
  /** Always `about:blank`: the status alone tells the kind. */
  readonly type: string;
  /** The status in words. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** What was found and what was expected. */
  readonly detail: string;
  /** The fields at fault. */
  readonly errors?: readonly {
    /** JSON pointer into the body, or into `/query`. */
    readonly pointer: string;
    /** What was found and what was expected. */
    readonly detail: string;
  }[];
}

/** The JSON of a refusal. */
export const PROBLEM: Schema<ProblemJson> = object({
  type: string(),
  title: string(),
  status: integer(400, 599),
  detail: string(),
  errors: optional(
    list(object({ pointer: string(), detail: string() }), {
      least: 1,
      most: 10,
      what: "errors",
    }),
  ),
});
