/**
 * The dashboard's page as one document: structure, style, script and, in a
 * report, the data. It loads nothing else, so it also works as a file.
 *
 * The script is page.js, which `deno task generate` bundles from page/.
 *
 * @module
 */

import { assembleDocument, type Document } from "../report/html_document.ts";
import type { RunData } from "./run_data.ts";

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
  return assembleDocument({
    page,
    styles: [look, own],
    script,
    data,
    policy: data === null
      ? ["img-src 'self' data:", "connect-src 'self'"]
      : ["img-src data:"],
  });
}

function readText(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, import.meta.url));
}
