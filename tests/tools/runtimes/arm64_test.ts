/**
 * The bundle on ARM64, emulated: the same bytes as here. Skipped where the
 * emulator is not installed.
 *
 * @module
 */

import assert from "node:assert/strict";
import { checkService } from "../../contract/checks.ts";
import { hasArm64, withArm64Deno } from "./arm64.ts";
import { CURRENT, startDeno, withDeployment } from "./runtimes.ts";

Deno.test({
  // Where the test is skipped, its name says what is missing.
  name:
    "the deployment on ARM64, by qemu-user, libc6-arm64-cross and libgcc-s1-arm64-cross",
  ignore: !(await hasArm64()),
  fn: (t) =>
    withDeployment((entry) =>
      withArm64Deno(async (deno) => {
        const arch = new Deno.Command(deno, {
          args: ["eval", "console.log(Deno.build.arch)"],
        });
        const { stdout } = await arch.output();
        assert.equal(new TextDecoder().decode(stdout), "aarch64\n");
        const service = await startDeno(deno, entry);
        const reference = await startDeno(CURRENT, entry);
        try {
          await checkService(t, service.origin, reference.origin);
        } finally {
          await service.stop();
          await reference.stop();
        }
      })
    ),
});
