/**
 * The service in workerd, the runtime of Cloudflare Workers.
 *
 * @module
 */

import assert from "node:assert/strict";
import { answersAlike, CHECKS } from "../../contract/checks.ts";
import {
  CURRENT,
  startDeno,
  startWorkerd,
  withDeployment,
} from "./runtimes.ts";

Deno.test("the service in workerd", (t) =>
  withDeployment(async (entry) => {
    const service = await startWorkerd();
    const reference = await startDeno(CURRENT, entry);
    try {
      for (const { name, check } of CHECKS) {
        await t.step(name, () => check(service.origin));
      }
      await t.step(
        "answers as Deno does",
        () => answersAlike(service.origin, reference.origin),
      );
      await t.step("has no metrics", async () => {
        const response = await fetch(`${service.origin}/metrics`);
        assert.equal(response.status, 404);
        await response.body?.cancel();
      });
    } finally {
      await service.stop();
      await reference.stop();
    }
  }));
