import { createApp } from "../../src/app.ts";
import { loadModels } from "../../src/models.ts";
import { checkService } from "./checks.ts";

Deno.test("the service over a port", async (t) => {
  const app = createApp(await loadModels());
  const other = createApp(await loadModels());
  const [server, reference] = [app, other].map(({ fetch }) =>
    Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, fetch)
  );
  const origin = `http://127.0.0.1:${server!.addr.port}`;
  try {
    await checkService(t, origin, `http://127.0.0.1:${reference!.addr.port}`);
  } finally {
    await Promise.all([server!.shutdown(), reference!.shutdown()]);
  }
});
