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

/** Gives a part, loaded by then. */
export type Part = () => SelfTesting | Promise<SelfTesting>;

/**
 * Says whether requests should be sent here: both models are loaded and give
 * what they should, and the service is not stopping.
 *
 * @param models What gives each model, by name; asking here loads it.
 * @param isStopping Whether the service is stopping.
 */
export function readyResource(
  models: Readonly<Record<string, Part>>,
  isStopping: () => boolean,
): Resource {
  return {
    makes: ["application/json"],
    async get(c) {
      const headers = { "Retry-After": "1" };
      if (isStopping()) {
        throw new Problem(503, "The service is stopping", { headers });
      }
      for (const [name, load] of Object.entries(models)) {
        const model = await loaded(name, load);
        if (model.selfTest()) continue;
        throw new Problem(503, `The ${name} fails its self-test`, { headers });
      }
      c.header("Cache-Control", "no-store");
      return c.json({ status: "ready" });
    },
  };
}

/** The part, or a refusal that tells no more of the fault than its name. */
async function loaded(name: string, load: Part): Promise<SelfTesting> {
  try {
    return await load();
  } catch (cause) {
    const headers = { "Retry-After": "1" };
    throw new Problem(503, `The ${name} does not load`, { headers, cause });
  }
}
