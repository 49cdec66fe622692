/**
 * `deno run -A tools/page_document.ts`: prints static/index.html, which is
 * src/page/page.html with its texts, and with a preload for each script that
 * the first view needs.
 *
 * @module
 */

import { DOCUMENT_TEXTS } from "../src/page/texts/document.ts";
import { scriptsAtStart } from "./page_files.ts";

/** The preloads are inserted before this line. */
const SCRIPT = /^( *)<script .*"\/page\/main\.js"/m;

/**
 * Fills the texts into a document.
 *
 * @param template HTML with `{{ room.name }}` in the places of texts.
 * @param texts The texts, by room and name.
 * @throws {RangeError} If there is no such text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fillTexts } from "./page_document.ts";
 *
 * const texts = { draw: { undo: "Undo" } };
 * assert.equal(fillTexts("<b>{{ draw.undo }}</b>", texts), "<b>Undo</b>");
 * ```
 */
export function fillTexts(template: string, texts: unknown): string {
  return template.replace(/\{\{ ?([\w.]+) ?\}\}/g, (_, path: string) => {
    const text = path.split(".").reduce<unknown>(
      (room, name) => (room as Record<string, unknown> | undefined)?.[name],
      texts,
    );
    if (typeof text === "string") return text;
    throw new RangeError(`the text {{${path}}} is ${typeof text}`);
  });
}

if (import.meta.main) {
  const template = await Deno.readTextFile(
    new URL("../src/page/page.html", import.meta.url),
  );
  const html = fillTexts(template, DOCUMENT_TEXTS);
  const preloads = await scriptsAtStart("main.js");
  console.log(
    html.replace(
      SCRIPT,
      (line, indent) =>
        preloads.map((name) =>
          `${indent}<link rel="modulepreload" href="/page/${name}">\n`
        ).join("") + line,
    ).trimEnd(),
  );
}
