import assert from "node:assert/strict";
import { pauses } from "../../../train/data/pauses.ts";

Deno.test("pauses() lets timers run during a long loop, and ends it when aborted", async () => {
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(new Error("enough")), 0);
  const pause = pauses(stopping.signal);
  const loop = async (): Promise<never> => {
    for (;;) await pause();
  };
  await assert.rejects(loop(), { message: "enough" });
});

Deno.test("pauses() ends before the first turn if aborted already", async () => {
  const pause = pauses(AbortSignal.abort(new Error("enough")));
  await assert.rejects(pause(), { message: "enough" });
});
