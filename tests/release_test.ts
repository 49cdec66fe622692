import assert from "node:assert/strict";
import { LICENSE, VERSION } from "../src/release.ts";

Deno.test("VERSION and LICENSE are those of deno.json", async () => {
  const { version, license } = JSON.parse(
    await Deno.readTextFile(new URL("../deno.json", import.meta.url)),
  );
  assert.deepEqual({ VERSION, LICENSE }, {
    VERSION: version,
    LICENSE: license,
  });
});
