import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { makeDocument } from "../../../train/dashboard/document.ts";

Deno.test("makeDocument() allows its own script and style, and no network in a report", async () => {
  const data = {
    title: "$& </script>",
    status: "finished",
    stages: [],
  } as const;
  const { html, policy } = await makeDocument(data);
  for (const [kind, tag] of [["script", "script"], ["style", "style"]]) {
    const inline = [...html.matchAll(
      new RegExp(
        `<${tag}(?! type="application/json")[^>]*>(.*?)</${tag}>`,
        "gs",
      ),
    )];
    assert.equal(inline.length, 1, kind);
    const hash = createHash("sha256").update(inline[0]![1]!).digest("base64");
    assert.ok(policy.includes(`${kind}-src 'sha256-${hash}'`), policy);
  }
  assert.ok(html.includes(`content="${policy}"`));
  assert.doesNotMatch(policy, /connect-src|self|unsafe/);
  const json = /id="data">(.*?)<\/script>/s.exec(html)?.[1];
  assert.deepEqual(JSON.parse(json!), data);
});

Deno.test("makeDocument() without data connects only to its own server", async () => {
  const { policy } = await makeDocument(null);
  assert.match(policy, /connect-src 'self'/);
  assert.match(policy, /default-src 'none'/);
});
