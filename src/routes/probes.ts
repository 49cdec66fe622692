/**
 * `GET /livez` and `GET /readyz`: probes of whoever keeps the service running.
 *
 * @module
 */

import { Problem } from "../http/problem.ts";
import type { Resource } from "../http/resource.ts";

/** Says that the process answers. */
export const liveResource: Resource = {
  makes: ["application/json"],
  get(c) {
    c.header("Cache-Control", "no-store");
    return c.json({ status: "live" });
  },
};

/** A part of the service that can tell whether it works. */
export interface SelfTesting {
  /** Whether it gives what it should on its test vector. */
  selfTest(): boolean;
}

/**
 * Says whether requests should be sent here: both models are loaded and give
 * what they should, and the service is not stopping.
 *
 * @param models The models; they are loaded, or there would be none.
 * @param isStopping Whether the service is stopping.
 */
export function readyResource(
  models: Readonly<Record<string, SelfTesting>>,
  isStopping: () => boolean,
): Resource {
  return {
    makes: ["application/json"],
    get(c) {
      const headers = { "Retry-After": "1" };
      if (isStopping()) {
        throw new Problem(503, "The service is stopping", { headers });
      }
      for (const [name, model] of Object.entries(models)) {
        if (model.selfTest()) continue;
        throw new Problem(503, `The ${name} fails its self-test`, { headers });
      }
      c.header("Cache-Control", "no-store");
      return c.json({ status: "ready" });
    },
  };
}
