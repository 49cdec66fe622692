import assert from "node:assert/strict";
import { bundleDashboard } from "../../../train/dashboard/build.ts";

Deno.test("bundleDashboard() gives the committed train/dashboard/page.js", async () => {
  const committed = await Deno.readTextFile(
    new URL("../../../train/dashboard/page.js", import.meta.url),
  );
  assert.equal(
    await bundleDashboard(),
    committed,
    "regenerate it with: deno task build:dashboard",
  );
});
