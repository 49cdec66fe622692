import assert from "node:assert/strict";
import { embed } from "../../tools/embed.ts";

Deno.test("embed() writes a script that exports the module in base64", async () => {
  const module = Uint8Array.from({ length: 256 }, (_, i) => i);
  const text = embed({ name: "BYTES", description: "Every byte", module });
  assert.match(text, /^\/\*\*\n \* Every byte\. Generated: /);
  const { BYTES } = await import(`data:text/javascript,${encodeURI(text)}`);
  assert.deepEqual(Uint8Array.fromBase64(BYTES), module);
});
