import assert from "node:assert/strict";
import { whileAwake } from "../../bench/service/awake.ts";
import { canvasPng, drawBow, SIDE } from "../../bench/service/drawing.ts";
import { drive, quantile } from "../../bench/service/load.ts";
import { median } from "../../bench/service/median.ts";
import { coresOf, whilePinned } from "../../bench/service/pinning.ts";
import { createPollingClient } from "../../bench/service/polling.ts";
import { atFullSpeed, judgeTurns } from "../../bench/service/requirements.ts";
import { startServer } from "../../bench/servers.ts";
import { decodePng } from "../../src/image/png/decode.ts";

Deno.test("canvasPng() writes a PNG that a decoder reads", () => {
  const canvas = drawBow();
  const { width, height, pixels } = decodePng(canvasPng(canvas));
  assert.deepEqual([width, height], [SIDE, SIDE]);
  const grey = canvas.filter((_, i) => i % 4 === 0);
  assert.deepEqual(pixels, grey);
});

Deno.test("quantile() returns the time that a share of answers is below", () => {
  const load = { times: [1, 2, 3, 4], rate: 0 };
  assert.equal(quantile(load, 0.5), 3);
  assert.equal(quantile(load, 0.99), 4);
});

Deno.test("drive() reads whole answers, also large ones, and refuses other statuses", async () => {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) =>
      new Response(new Uint8Array(200_000), {
        status: request.url.endsWith("/bad") ? 500 : 200,
      }),
  );
  const ask = (path: string) =>
    drive(
      server.addr.port,
      new TextEncoder().encode(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`),
      2,
      20,
    );
  try {
    assert.ok((await ask("/")).times.length >= 2);
    await assert.rejects(ask("/bad"), /HTTP\/1.1 500/);
  } finally {
    await server.shutdown();
  }
});

Deno.test("createPollingClient() returns a client that refuses what drive() refuses", async () => {
  const client = createPollingClient();
  if (client === null) return; // Not Linux, or another C library.
  const text = (path: string) =>
    new TextEncoder().encode(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc`,
    );
  const { port, stop } = await startServer("bare");
  try {
    assert.equal(client.ask(port, text("/recognize"), 0).length, 1);
    // How many arrive depends on the machine, but more than one must if there
    // is time.
    let times: number[] = [];
    for (let patience = 20; times.length < 2; patience *= 2) {
      times = client.ask(port, text("/recognize"), patience);
    }
    assert.ok(times.every((time) => time > 0 && time < 5000));
    assert.throws(() => client.ask(port, text("/none"), 1), /404/);
  } finally {
    await stop();
  }
  assert.throws(() => client.ask(port, text("/recognize"), 1), /No server/);
});

Deno.test("median() returns the middle value, or the mean of two", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.ok(Number.isNaN(median([])));
});

Deno.test("coresOf() parses Linux's lists", () => {
  assert.deepEqual(coresOf("0"), [0]);
  assert.deepEqual(coresOf("0-2,5,7-8\n"), [0, 1, 2, 5, 7, 8]);
});

Deno.test("whilePinned() pins processes to two cores, then unpins them", async () => {
  const allowed = async () =>
    /^Cpus_allowed_list:\s*(\S+)$/m.exec(
      await Deno.readTextFile("/proc/self/status").catch(() => ""),
    )?.[1];
  const before = await allowed();
  const kept = await whilePinned([], async (cores) => {
    const here = await allowed();
    if (cores === null) assert.equal(here, before);
    else {
      assert.notEqual(cores.client, cores.server);
      assert.equal(here, `${cores.client}`);
    }
    return true;
  });
  assert.equal(kept, true);
  assert.equal(await allowed(), before);
});

Deno.test("atFullSpeed() omits turns with a slow engine", () => {
  const turns = [0.2, 0.1, 0.114, 0.116].map((engine) => ({
    bare: 1,
    engine,
    digit: 2,
    picture: 3,
  }));
  const engines = atFullSpeed(turns, 0.1).map(({ engine }) => engine);
  assert.deepEqual(engines, [0.1, 0.114]);
  assert.deepEqual(atFullSpeed(turns, 0.05), []);
});

Deno.test("judgeTurns() compares within each turn", () => {
  const turn = (bare: number, engine: number, digit: number) => ({
    bare,
    engine,
    digit,
    picture: digit + 1,
  });
  // The second turn met a machine half as fast, which must not matter.
  const { ratio, picture } = judgeTurns([
    turn(1, 3, 5),
    turn(2, 6, 10),
    turn(1, 3, 6),
  ]);
  assert.deepEqual(ratio, { low: 1.25, middle: 1.25, high: 1.25 });
  assert.equal(picture.middle, 1);
});

Deno.test({
  name: "whileAwake() returns the callback's result and ends its loops",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    // `chrt` and these files are Linux's.
    const loops = async () => {
      let count = 0;
      for await (const { name } of Deno.readDir("/proc")) {
        const read = (file: string) =>
          Deno.readTextFile(`/proc/${name}/${file}`).catch(() => "");
        const parent = /^PPid:\s*(\d+)$/m.exec(await read("status"))?.[1];
        if (parent !== `${Deno.pid}`) continue;
        if ((await read("cmdline")).includes("for (;;);")) count++;
      }
      return count;
    };
    const during = await whileAwake(async (awake) => ({
      awake,
      loops: await loops(),
    }));
    const expected = during.awake ? navigator.hardwareConcurrency : 0;
    assert.equal(during.loops, expected);
    assert.equal(await loops(), 0);
  },
});
