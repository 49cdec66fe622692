import assert from "node:assert/strict";
import { watched } from "../../../train/dashboard/watch.ts";
import { StoppedError } from "../../../train/errors.ts";
import { withFolder, writeRun } from "./fixture.ts";

/** The status that a folder's report shows; null without a report. */
function reported(folder: string): string | null {
  try {
    const html = Deno.readTextFileSync(`${folder}/report.html`);
    return /"status":"(\w+)"/.exec(html)![1]!;
  } catch (error) {
    assert.ok(error instanceof Deno.errors.NotFound);
    return null;
  }
}

Deno.test("watched() leaves a report after a run's end and after a stop, not after a failure", async (t) => {
  const cases: [string, Error | null, string | null][] = [
    ["end", null, "finished"],
    ["stop", new StoppedError("runs/x"), "stopped"],
    ["failure", new TypeError("another run's"), null],
  ];
  for (const [name, error, status] of cases) {
    await t.step(name, () =>
      withFolder(async (folder) => {
        const said: string[] = [];
        const running = watched(
          { folder, say: (line) => said.push(line) },
          () => {
            writeRun(folder);
            return error ? Promise.reject(error) : Promise.resolve();
          },
        );
        if (error) await assert.rejects(running, error);
        else await running;
        assert.equal(reported(folder), status);
        const line = `wrote ${folder}/report.html`;
        assert.deepEqual(said, status ? [line] : []);
      }));
  }
});

Deno.test("watched() does not fail if the report cannot be written", () =>
  withFolder(async (folder) => {
    writeRun(folder);
    await Deno.mkdir(`${folder}/report.html`);
    const said: string[] = [];
    await watched(
      { folder, say: (line) => said.push(line) },
      () => Promise.resolve(),
    );
    assert.match(said.join(), /^the report was not written: /);
  }));

Deno.test("watched() does not train if the dashboard's port is taken", () =>
  withFolder(async (folder) => {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    const train = () => assert.fail("it trains");
    await assert.rejects(
      () => watched({ folder, port, say: () => {} }, train),
      { message: /is taken; choose another/ },
    );
  }));
