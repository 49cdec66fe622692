import assert from "node:assert/strict";
import { mediaType, negotiate } from "../../src/http/media_type.ts";

const offers = ["application/json", "image/png", "image/svg+xml"] as const;

Deno.test("negotiate() chooses the highest quality, the first of equals", () => {
  const cases: [string | null, string | null][] = [
    [null, "application/json"],
    ["", "application/json"],
    ["*/*", "application/json"],
    ["image/*", "image/png"],
    ["image/svg+xml", "image/svg+xml"],
    ["IMAGE/PNG", "image/png"],
    ["image/png;q=0.5, application/json;q=0.4", "image/png"],
    ["image/png;q=0.5,image/svg+xml;q=0.50", "image/png"],
    ["*/*, application/json;q=0", "image/png"],
    ["image/*;q=0.1, image/svg+xml;q=0.2", "image/svg+xml"],
    ["application/json;charset=utf-8;q=0.9", "application/json"],
    ["text/html, */*;q=0.1", "application/json"],
    ["text/html", null],
    ["application/json;q=0", null],
    ["application/json;q=2", null],
    ["*/json", null],
    ["nonsense", null],
    [";,;", null],
  ];
  for (const [accept, chosen] of cases) {
    assert.equal(negotiate(accept, offers), chosen, String(accept));
  }
});

Deno.test("mediaType() takes the type without parameters", () => {
  const cases: [string | null, string][] = [
    [null, ""],
    ["", ""],
    [" image/PNG ", "image/png"],
    ["multipart/form-data; boundary=x;y", "multipart/form-data"],
  ];
  for (const [header, type] of cases) assert.equal(mediaType(header), type);
});
