/**
 * The dashboard's page as one document: structure, style, script and, in a
 * report, the data. It loads nothing else, so it also works as a file.
 *
 * The script is page.js, which `deno task generate` bundles from page/.
 *
 * @module
 */

import { createHash } from "node:crypto";
import type { RunData } from "./run_data.ts";

/** A document and its security policy. */
export interface Document {
  /** The complete HTML. */
  readonly html: string;
  /** Its Content-Security-Policy: allows its own script and style only. */
  readonly policy: string;
}

/**
 * Assembles the page.
 *
 * @param data The run to show; null to follow the server that the page came
 *   from.
 */
export async function makeDocument(data: RunData | null): Promise<Document> {
  const [page, look, own, script] = await Promise.all(
    ["page/page.html", "../../static/look.css", "page/page.css", "page.js"]
      .map(readText),
  ) as [string, string, string, string];
  const style = look + own;
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    ...(data === null
      ? ["img-src 'self' data:", "connect-src 'self'"]
      : ["img-src data:"]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts: Readonly<Record<string, string>> = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    style: `<style>${style}</style>`,
    data: `<script type="application/json" id="data">${
      embeddedJson(data)
    }</script>`,
    script: `<script type="module">${script}</script>`,
  };
  return {
    html: page.replace(/<!-- (\w+) -->/g, (_, name) => parts[name]!),
    policy,
  };
}

/**
 * JSON that is safe inside a `<script>`: without `<`, which could end it.
 *
 * @example
 * ```ts
 * import { embeddedJson } from "./document.ts";
 * import assert from "node:assert/strict";
 *
 * const text = embeddedJson("</script>");
 * assert.equal(text, '"\\u003c/script>"');
 * assert.equal(JSON.parse(text), "</script>");
 * ```
 */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** The Content-Security-Policy source of an inline script or style. */
function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function readText(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, import.meta.url));
}
