/**
 * Requests whose `Host` makes no URL: Deno passes them on as they come.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createApp } from "../src/app.ts";
import { createLongWorker } from "../src/long_work/long_work.ts";
import { loadModels } from "../src/models.ts";

const HOSTS = ["x:99999", "a b", "%", "[::1", 'a"b', ""];

/** Sends a request over a connection of its own, and returns the answer. */
async function ask(port: number, path: string, host: string): Promise<string> {
  const wire = await Deno.connect({ hostname: "127.0.0.1", port });
  const head = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close`;
  await wire.write(new TextEncoder().encode(`${head}\r\n\r\n`));
  return await new Response(wire.readable).text();
}

Deno.test("the service answers under a host that is not valid in a URL", async () => {
  const models = await loadModels();
  const errors: unknown[] = [];
  const onError = (error: Error) => errors.push(error);
  const longWorker = Promise.resolve(createLongWorker({
    models,
    onError,
    onUnavailable: (reason) => errors.push(reason),
  }));
  const app = createApp({ ...models, onError, longWorker: () => longWorker });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    app.fetch,
  );
  try {
    for (const host of HOSTS) {
      for (const path of ["/", "/docs", "/sample?count=100", "/v2"]) {
        const answer = await ask(server.addr.port, path, host);
        assert.match(answer, /^HTTP\/1\.1 200 OK/, `${path} of ${host}`);
      }
    }
    // These would change the path.
    for (const host of ["x/metrics?", "x/", "x?", "x#", "x\\y"]) {
      const answer = await ask(server.addr.port, "/livez", host);
      assert.match(answer, /^HTTP\/1\.1 400 Bad Request/, host);
      assert.match(answer, /\r\nx-request-id: /i, host);
      assert.match(answer, /"pointer":"\/headers\/Host"/, host);
    }
    assert.deepEqual(errors, []);
  } finally {
    await app.stop();
    await server.shutdown();
  }
});
