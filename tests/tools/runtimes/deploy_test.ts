/**
 * The bundle that Deno Deploy runs, as Deno Deploy runs it, on its version of
 * Deno and on this one.
 *
 * @module
 */

import assert from "node:assert/strict";
import { checkService } from "../../contract/checks.ts";
import { CURRENT, denoOf, startDeno, withDeployment } from "./runtimes.ts";

/** Deno Deploy's. */
const DEPLOYED = "2.5.0";

/** Memory of a deployment, in bytes. */
const MEMORY = 512 * 1024 * 1024;

Deno.test(`the deployment on Deno ${DEPLOYED} and ${Deno.version.deno}`, (t) =>
  withDeployment(async (entry) => {
    const service = await startDeno(await denoOf(DEPLOYED), entry);
    const reference = await startDeno(CURRENT, entry);
    try {
      await checkService(t, service.origin, reference.origin);
      await t.step("counts requests", async () => {
        const response = await fetch(`${service.origin}/metrics`);
        assert.equal(response.status, 200);
        assert.match(await response.text(), /route="\/recognize"/);
      });
      await t.step("needs less memory than it has", async () => {
        const peak = await service.peakMemory();
        assert.ok(peak === null || peak < MEMORY / 2, `${peak} bytes`);
      });
    } finally {
      await service.stop();
      await reference.stop();
    }
  }));
