/**
 * The JSON of the probes' answers.
 *
 * @module
 */

import { object } from "../json/object.ts";
import { oneOf, type Schema } from "../json/schema.ts";

/** A probe's answer, unless it refuses. */
export interface StatusJson<Status extends string> {
  /** The status. */
  readonly status: Status;
}

/** The JSON of `GET /livez`. */
export const LIVE: Schema<StatusJson<"live">> = object({
  status: oneOf("live"),
});

/** The JSON of `GET /readyz`. */
export const READY: Schema<StatusJson<"ready">> = object({
  status: oneOf("ready"),
});
