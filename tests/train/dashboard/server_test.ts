import assert from "node:assert/strict";
import { connect } from "node:net";
import { startDashboard } from "../../../train/dashboard/server.ts";
import { beginStage, withFolder, writePicture, writeRun } from "./fixture.ts";

const QUICK = { title: "a run", port: 0, interval: 10, grace: 0 };

/** Yields the events of a stream. */
async function* events(
  response: Response,
): AsyncGenerator<{ name: string; data: Record<string, unknown> }> {
  let text = "";
  for await (
    const chunk of response.body!.pipeThrough(new TextDecoderStream())
  ) {
    text += chunk;
    const whole = text.split("\n\n");
    text = whole.pop()!;
    for (const event of whole) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event)!;
      yield { name: name!, data: JSON.parse(data!) };
    }
  }
}

Deno.test("startDashboard() sends the current state, then changes, then the end", () =>
  withFolder(async (folder) => {
    const dashboard = await startDashboard({ ...QUICK, folder });
    using log = beginStage(folder, "gan", 10);
    log.append({ step: 1, seconds: 1, generator: 2 });
    const stream = events(await fetch(`${dashboard.url}events`));
    const next = async () => (await stream.next()).value!;
    const first = await next();
    assert.equal(first.name, "run");
    assert.equal(first.data.title, "a run");
    assert.equal(first.data.status, "running");
    assert.equal((first.data.stages as unknown[]).length, 1);

    log.append({ step: 2, seconds: 2, generator: 1 });
    const second = await next();
    assert.deepEqual([second.name, second.data.step], ["stage", 2]);

    const stopped = dashboard.stop("finished");
    assert.deepEqual(await next(), {
      name: "end",
      data: { status: "finished" },
    });
    assert.equal((await stream.next()).done, true);
    await stopped;
  }));

Deno.test("startDashboard() serves the page, its pictures and nothing else", () =>
  withFolder(async (folder) => {
    writeRun(folder);
    const dashboard = await startDashboard({ ...QUICK, folder });
    const ask = async (path: string, init: RequestInit = {}) => {
      const response = await fetch(dashboard.url + path, init);
      return { response, body: new Uint8Array(await response.arrayBuffer()) };
    };
    try {
      const page = await ask("");
      assert.equal(page.response.status, 200);
      const policy = page.response.headers.get("Content-Security-Policy")!;
      assert.match(policy, /^default-src 'none'; script-src 'sha256-[^ ;]+';/);
      assert.doesNotMatch(policy, /unsafe/);
      assert.match(new TextDecoder().decode(page.body), /^<!DOCTYPE html>/);

      const picture = await ask("samples/gan/100.png");
      assert.equal(picture.response.headers.get("Content-Type"), "image/png");
      assert.deepEqual(
        picture.body,
        await Deno.readFile(`${folder}/gan/samples/step-00000100.png`),
      );
      const nothing = [
        "samples/gan/101.png",
        "samples/gan/../gan/100.png/..",
        "samples/other/100.png",
        "samples/gan%2f..%2fgan/100.png",
        "gan/log.jsonl",
        "page.js",
      ];
      for (const path of nothing) {
        assert.equal((await ask(path)).response.status, 404, path);
      }
      const posted = await ask("", { method: "POST" });
      assert.equal(posted.response.status, 405);
      assert.equal(posted.response.headers.get("Allow"), "GET");
    } finally {
      await dashboard.stop("finished");
    }
  }));

Deno.test("startDashboard() listens on this machine only, and answers only to its own name", () =>
  withFolder(async (folder) => {
    const dashboard = await startDashboard({ ...QUICK, folder });
    const { hostname, port } = new URL(dashboard.url);
    assert.equal(hostname, "127.0.0.1");
    // fetch() cannot set the Host header.
    const statusFor = (host: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(Number(port), hostname);
        socket.on("error", reject);
        socket.on("data", (data) => {
          socket.destroy();
          resolve(String(data).split(" ")[1]!);
        });
        socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      });
    try {
      assert.equal(await statusFor(`evil.example:${port}`), "421");
      assert.equal(await statusFor(`localhost:${port}`), "200");
    } finally {
      await dashboard.stop("finished");
    }
  }));

Deno.test("startDashboard() says that a port is taken, and what to do", () =>
  withFolder(async (folder) => {
    const first = await startDashboard({ ...QUICK, folder });
    const port = Number(new URL(first.url).port);
    try {
      await assert.rejects(() => startDashboard({ ...QUICK, folder, port }), {
        message:
          `port ${port} is taken; choose another for the dashboard: --dashboard <port>`,
      });
    } finally {
      await first.stop("finished");
    }
  }));

Deno.test("startDashboard() continues after failing to read the folder", () =>
  withFolder(async (folder) => {
    const dashboard = await startDashboard({ ...QUICK, folder });
    try {
      const stream = events(await fetch(`${dashboard.url}events`));
      await stream.next();
      using log = beginStage(folder, "gan", 10);
      Deno.writeTextFileSync(`${folder}/gan/stage.json`, "{}");
      log.append({ step: 1, generator: 1 });
      writePicture(folder, "gan", 1);
      assert.equal((await stream.next()).done, true);
      Deno.removeSync(`${folder}/gan/stage.json`);
      const again = events(await fetch(`${dashboard.url}events`));
      const { data } = (await again.next()).value!;
      assert.equal((data.stages as unknown[]).length, 1);
    } finally {
      await dashboard.stop("finished");
    }
  }));
