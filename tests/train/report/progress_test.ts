import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import {
  Progress,
  type ProgressStream,
} from "../../../train/report/progress.ts";

/** A stream that records what is written to it. */
function recorder(
  isTTY: boolean,
): { stream: ProgressStream; text: () => string } {
  let text = "";
  const writable = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return { stream: Object.assign(writable, { isTTY }), text: () => text };
}

Deno.test("Progress writes a plain line now and then without a terminal", () => {
  const { stream, text } = recorder(false);
  let time = 100;
  const progress = new Progress({
    label: "gan",
    total: 100,
    imagesPerStep: 128,
    stream,
    interval: 10,
    now: () => time,
  });
  for (let step = 1; step <= 25; step++) {
    time++;
    progress.update(step, { D: 0.5 });
  }
  progress.note("checkpoint written");
  progress.stop();
  progress.stop();
  assert.equal(
    text(),
    "gan  10 %  D 0.500  128 images/s  1 min 30 s left\n" +
      "gan  20 %  D 0.500  128 images/s  1 min 20 s left\n" +
      "checkpoint written\n" +
      "gan  25 of 100 steps in 25 s\n",
  );
});

Deno.test("Progress measures a resumed run from where it resumed", () => {
  const { stream, text } = recorder(false);
  let time = 0;
  const options = {
    label: "gan",
    total: 100,
    imagesPerStep: 1,
    stream,
    interval: 1,
  };
  using progress = new Progress({ ...options, start: 50, now: () => time });
  time = 2;
  progress.update(52, {});
  assert.equal(text(), "gan  52 %  1 images/s  48 s left\n");
});

Deno.test("Progress redraws one line on a terminal, and leaves notes and a summary", () => {
  const { stream, text } = recorder(true);
  let time = 0;
  {
    using progress = new Progress({
      label: "recognizer",
      total: 4,
      imagesPerStep: 10,
      stream,
      now: () => time,
    });
    time = 2;
    progress.update(2, { loss: 1 });
    progress.note("validation 97.10 %");
  }
  const shown = stripVTControlCharacters(text());
  assert.ok(
    shown.includes(`${"█".repeat(10)}${"░".repeat(10)}  50 %  loss 1.00`),
    shown,
  );
  const lines = shown.split("\n");
  assert.equal(lines.length, 3, "only what stays ends a line");
  assert.ok(lines[0]?.endsWith("validation 97.10 %"), shown);
  assert.ok(lines[1]?.endsWith("recognizer  2 of 4 steps in 2 s"), shown);
  assert.ok(text().endsWith("\n"));
});
