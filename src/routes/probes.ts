/**
 * `GET /livez` and `GET /readyz`: probes for orchestrators and load balancers.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { jsonAnswer } from "../http/json_answer.ts";
import { Problem } from "../http/problem.ts";

const NO_STORE = { "Cache-Control": "no-store" };

/** Answers that the process runs. */
export function live(c: Context): Response {
  return jsonAnswer(c, { status: "live" }, 200, NO_STORE);
}

/** A part of the service that can test itself. */
export interface SelfTesting {
  /** Whether it reproduces its test vector. */
  selfTest(): boolean;
}

/** Loads a part and returns it. */
export type Part = () => SelfTesting | Promise<SelfTesting>;

/**
 * A handler that answers whether the service can take requests: both models are
 * loaded and reproduce their test vectors, and it is not stopping.
 *
 * @param models Loads each model, by name.
 * @param isStopping Whether the service is stopping.
 */
export function ready(
  models: Readonly<Record<string, Part>>,
  isStopping: () => boolean,
): Handler {
  return async (c) => {
    const headers = { "Retry-After": "1" };
    if (isStopping()) {
      throw new Problem(503, "The service is stopping", { headers });
    }
    for (const [name, load] of Object.entries(models)) {
      const model = await loaded(name, load);
      if (model.selfTest()) continue;
      throw new Problem(503, `The ${name} fails its self-test`, { headers });
    }
    return jsonAnswer(c, { status: "ready" }, 200, NO_STORE);
  };
}

/** The part, or a refusal that discloses only the part's name. */
async function loaded(name: string, load: Part): Promise<SelfTesting> {
  try {
    return await load();
  } catch (cause) {
    const headers = { "Retry-After": "1" };
    throw new Problem(503, `The ${name} does not load`, { headers, cause });
  }
}
