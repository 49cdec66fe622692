import assert from "node:assert/strict";
import { embeddedJson } from "../../../train/report/html_document.ts";

Deno.test("embeddedJson() cannot end its script", () => {
  const value = ["</script><script>alert(1)</script>", "<!--"];
  const text = embeddedJson(value);
  assert.doesNotMatch(text, /</);
  assert.deepEqual(JSON.parse(text), value);
});
