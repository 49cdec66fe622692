import assert from "node:assert/strict";
import { startDashboardThread } from "../../../train/dashboard/thread.ts";
import { withFolder, writeRun } from "./fixture.ts";

const QUICK = { title: "a run", interval: 10, grace: 0 };

Deno.test("startDashboardThread() serves while the main thread is busy, until it is stopped", () =>
  withFolder(async (folder) => {
    writeRun(folder);
    const { url, stop } = await startDashboardThread({
      ...QUICK,
      folder,
      port: 0,
    });
    // This thread stays busy until the other process has its answer.
    const { stdout } = new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `console.log((await fetch(${JSON.stringify(url)})).status)`,
      ],
      env: { NO_COLOR: "1" },
    }).outputSync();
    await stop("finished");
    assert.equal(new TextDecoder().decode(stdout), "200\n");
    await assert.rejects(() => fetch(url), TypeError);
  }));

Deno.test("startDashboardThread() says that a port is taken, and what to do", () =>
  withFolder(async (folder) => {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    await assert.rejects(
      () => startDashboardThread({ ...QUICK, folder, port }),
      {
        message:
          `port ${port} is taken; choose another for the dashboard: --dashboard <port>`,
      },
    );
  }));
