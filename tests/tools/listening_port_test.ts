import assert from "node:assert/strict";
import { listeningPort } from "../../tools/listening_port.ts";

Deno.test("listeningPort() reads a line that comes in parts", async () => {
  const lines = ReadableStream.from([
    "Listening on http://[::1]:80",
    "12/ (",
    "x",
  ]);
  assert.equal(await listeningPort(lines), 8012);
  await lines.cancel();
});

Deno.test("listeningPort() reports what was printed instead", async () => {
  const lines = ReadableStream.from(["PORT is 99999, expected less\n"]);
  await assert.rejects(listeningPort(lines), /PORT is 99999/);
});
