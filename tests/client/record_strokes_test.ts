import assert from "node:assert/strict";
import { recordStrokes } from "../../src/client.ts";
import { simpleClient } from "./app_client.ts";

/** Stands for an element. */
class Element extends EventTarget {
  readonly style = { touchAction: "" };
  readonly captured: number[] = [];

  setPointerCapture(pointerId: number): void {
    this.captured.push(pointerId);
  }

  /** A pointer does something at a place. */
  send(
    type: string,
    [clientX, clientY]: readonly [number, number],
    more: object = {},
  ): void {
    const fields = { pointerId: 1, button: 0, clientX, clientY, ...more };
    this.dispatchEvent(Object.assign(new Event(`pointer${type}`), fields));
  }
}

Deno.test("recordStrokes() records strokes from down to up", async () => {
  const element = new Element();
  const pen = recordStrokes(element);
  element.send("move", [1, 1]);
  element.send("down", [20, 20]);
  element.send("move", [80, 20]);
  element.send("move", [80, 20]);
  element.send("move", [50, 110]);
  element.send("up", [50, 110]);
  element.send("move", [9, 9]);
  element.send("down", [5, 6]);
  element.send("cancel", [5, 6]);
  assert.deepEqual(pen.strokes.map(({ x, y }) => ({ x, y })), [
    { x: [20, 80, 50], y: [20, 20, 110] },
    { x: [5], y: [6] },
  ]);
  assert.equal(pen.strokes[0]!.t!.length, 3);
  assert.deepEqual(element.captured, [1, 1]);
  assert.equal(element.style.touchAction, "none");
  const { model } = await simpleClient().recognize(pen);
  assert.equal(model, "recognizer-00c0ffee");
});

Deno.test("recordStrokes() takes the positions between two frames", () => {
  const element = new Element();
  const pen = recordStrokes(element);
  element.send("down", [0, 0]);
  const between = [1, 2, 3].map((at) => ({ clientX: at, clientY: at }));
  element.send("move", [3, 3], { getCoalescedEvents: () => between });
  element.send("move", [4, 4], { getCoalescedEvents: () => [] });
  assert.deepEqual(pen.strokes[0]!.x, [0, 1, 2, 3, 4]);
});

Deno.test("recordStrokes() follows one pointer, and its first button", () => {
  const element = new Element();
  const pen = recordStrokes(element);
  element.send("down", [0, 0], { button: 2 });
  assert.equal(pen.strokes.length, 0);
  element.send("down", [0, 0]);
  element.send("down", [50, 50], { pointerId: 2 });
  element.send("move", [60, 60], { pointerId: 2 });
  element.send("up", [60, 60], { pointerId: 2 });
  element.send("move", [1, 1]);
  assert.deepEqual(pen.strokes.map(({ x }) => x), [[0, 1]]);
});

Deno.test("recordStrokes() forgets and stops", () => {
  const element = new Element();
  const pen = recordStrokes(element);
  element.send("down", [0, 0]);
  pen.clear();
  element.send("move", [1, 1]);
  element.send("up", [1, 1]);
  assert.deepEqual(pen.strokes, []);
  pen.stop();
  element.send("down", [0, 0]);
  assert.deepEqual(pen.strokes, []);
});

Deno.test("recordStrokes() thins a drawing of too many points", async () => {
  const element = new Element();
  const pen = recordStrokes(element);
  for (let stroke = 0; stroke < 3; stroke++) {
    element.send("down", [0, stroke]);
    for (let x = 1; x < 2000; x++) element.send("move", [x, stroke]);
    element.send("up", [1999, stroke]);
  }
  const points = pen.strokes.reduce((sum, { x }) => sum + x.length, 0);
  assert.ok(points > 2000 && points <= 4096, `${points} points`);
  for (const { x, y, t } of pen.strokes) {
    assert.equal(x[0], 0);
    assert.equal(x.at(-1), 1999);
    assert.deepEqual([y.length, t!.length], [x.length, x.length]);
  }
  await simpleClient().recognize(pen);
});
