import assert from "node:assert/strict";
import { isIgnored } from "./repository.ts";

Deno.test("isIgnored() knows the files that the documentation's commands write", () => {
  for (const path of ["number.svg", "digit.png", "inkling.tgz", "request"]) {
    assert.equal(isIgnored(path), true, path);
  }
});

Deno.test("isIgnored() tells the repository's files from others", () => {
  const ignored = ["runs/", "dist/", "a/node_modules/", "b/c.tmp", ".git/"];
  for (const path of ignored) assert.equal(isIgnored(path), true, path);
  const files = ["docs/page.png", "static/icon.svg", "train/data/", "tools/a"];
  for (const path of files) assert.equal(isIgnored(path), false, path);
});
