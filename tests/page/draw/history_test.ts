import assert from "node:assert/strict";
import {
  History,
  MOST_DRAWINGS,
  type Shelf,
} from "../../../src/page/draw/history.ts";

/** Storage in memory. */
function shelfOf(content?: string): Shelf & { content: string | null } {
  return {
    content: content ?? null,
    getItem() {
      return this.content;
    },
    setItem(_, value) {
      this.content = value;
    },
    removeItem() {
      this.content = null;
    },
  };
}

Deno.test("History.add() keeps the newest drawings, across reloads", () => {
  const shelf = shelfOf();
  const history = new History(shelf);
  for (let i = 0; i < MOST_DRAWINGS + 3; i++) {
    history.add({ code: `c${i}`, text: String(i) });
  }
  const again = new History(shelf);
  assert.deepEqual(again.drawings, history.drawings);
  assert.equal(again.drawings.length, MOST_DRAWINGS);
  assert.deepEqual(again.drawings[0], { code: "c14", text: "14" });
});

Deno.test("History.add() moves a drawing that is there, and adds no empty one", () => {
  const history = new History(null);
  for (const code of ["a", "b", "a", ""]) history.add({ code, text: code });
  assert.deepEqual(history.drawings.map(({ code }) => code), ["a", "b"]);
});

Deno.test("History.forget() leaves nothing in storage", () => {
  const shelf = shelfOf();
  const history = new History(shelf);
  history.add({ code: "a", text: "1" });
  history.forget();
  assert.equal(shelf.content, null);
  assert.deepEqual(history.drawings, []);
});

Deno.test("History passes over what is damaged in storage", () => {
  const good = { code: "a", text: "1" };
  const contents: readonly [string, number][] = [
    ["{", 0],
    ["3", 0],
    ['{"code":"a"}', 0],
    [JSON.stringify([good, null, { code: 3, text: "" }, good]), 2],
  ];
  for (const [content, count] of contents) {
    assert.equal(new History(shelfOf(content)).drawings.length, count, content);
  }
});

Deno.test("History works where nothing can be stored", () => {
  const full = {
    ...shelfOf(),
    setItem() {
      throw new Error("QuotaExceededError");
    },
  };
  const history = new History(full);
  history.add({ code: "a", text: "1" });
  assert.equal(history.drawings.length, 1);
});
