/**
 * Assembles an HTML document that loads nothing else: structure, style, script
 * and data in one file.
 *
 * @module
 */

import { createHash } from "node:crypto";

/** A document and its security policy. */
export interface Document {
  /** The complete HTML. */
  readonly html: string;
  /** Its Content-Security-Policy: allows its own script and style only. */
  readonly policy: string;
}

/** The parts of a document. */
export interface DocumentParts {
  /** HTML with comments `policy`, `style`, `data` and `script` for the rest. */
  readonly page: string;
  /** Style sheets, in order. */
  readonly styles: readonly string[];
  /** A module without imports. */
  readonly script: string;
  /** Embedded as JSON, in the element `data`. */
  readonly data: unknown;
  /** Further directives of the policy. */
  readonly policy: readonly string[];
}

/** Assembles a document. */
export function assembleDocument(
  { page, styles, script, data, policy: directives }: DocumentParts,
): Document {
  const style = styles.join("");
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    ...directives,
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
 * import { embeddedJson } from "./html_document.ts";
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
