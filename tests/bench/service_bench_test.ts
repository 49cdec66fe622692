import assert from "node:assert/strict";
import { canvasPng, drawBow, SIDE } from "../../bench/service/drawing.ts";
import { drive, quantile } from "../../bench/service/load.ts";
import { judgeTurns } from "../../bench/service/requirements.ts";
import { decodePng } from "../../src/image/png.ts";

Deno.test("canvasPng() writes what a decoder reads", () => {
  const canvas = drawBow();
  const { width, height, pixels } = decodePng(canvasPng(canvas));
  assert.deepEqual([width, height], [SIDE, SIDE]);
  const grey = canvas.filter((_, i) => i % 4 === 0);
  assert.deepEqual(pixels, grey);
});

Deno.test("quantile() gives the time that a share of answers is below", () => {
  const load = { times: [1, 2, 3, 4], rate: 0 };
  assert.equal(quantile(load, 0.5), 3);
  assert.equal(quantile(load, 0.99), 4);
});

Deno.test("drive() reads whole answers, large ones too, and no other status", async () => {
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

Deno.test("judgeTurns() compares within each turn", () => {
  const turn = (bare: number, engine: number, digit: number) => ({
    bare,
    engine,
    digit,
    picture: digit + 1,
  });
  // The second turn met a machine half as fast: no matter.
  const { ratio, picture } = judgeTurns([
    turn(1, 3, 5),
    turn(2, 6, 10),
    turn(1, 3, 6),
  ]);
  assert.deepEqual(ratio, { low: 1.25, middle: 1.25, high: 1.25 });
  assert.equal(picture.middle, 1);
});
