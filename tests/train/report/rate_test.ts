import assert from "node:assert/strict";
import { RateMeter } from "../../../train/report/rate.ts";

Deno.test("RateMeter.perSecond is 0 until two times are known", () => {
  const meter = new RateMeter(10);
  assert.equal(meter.perSecond, 0);
  meter.add(3, 100);
  meter.add(3, 200);
  assert.equal(meter.perSecond, 0);
});

Deno.test("RateMeter.perSecond forgets samples before the window", () => {
  const meter = new RateMeter(10);
  for (let time = 0; time <= 100; time++) meter.add(time, 5 * time);
  assert.equal(meter.perSecond, 5);
  for (let time = 101; time <= 120; time++) {
    meter.add(time, 500 + 50 * (time - 100));
  }
  assert.equal(meter.perSecond, 50);
});

Deno.test("RateMeter.perSecond spans the window even when samples are rare", () => {
  const meter = new RateMeter(10);
  meter.add(0, 0);
  meter.add(60, 60);
  meter.add(120, 180);
  assert.equal(meter.perSecond, 2);
});
