import assert from "node:assert/strict";
import { EventStreams } from "../../../train/dashboard/event_streams.ts";

Deno.test("EventStreams sends to all open streams and forgets closed ones", async () => {
  const streams = new EventStreams();
  const stays = streams.open("run", 1);
  const leaves = streams.open("run", 2);
  assert.equal(streams.count, 2);
  await leaves.cancel();
  assert.equal(streams.count, 1);
  streams.send("stage", { text: "two\nlines" });
  streams.close();
  assert.equal(streams.count, 0);
  assert.equal(
    await new Response(stays).text(),
    'event: run\ndata: 1\n\nevent: stage\ndata: {"text":"two\\nlines"}\n\n',
  );
});

Deno.test("EventStreams disconnects a listener that does not read", async () => {
  const streams = new EventStreams();
  const stream = streams.open("run", 0);
  let sent = 0;
  while (streams.count > 0 && sent < 1000) streams.send("stage", sent++);
  assert.ok(sent < 1000, "it was never cut off");
  const text = await new Response(stream).text();
  assert.equal(text.match(/^event/gm)?.length, sent);
});
