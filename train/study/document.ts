/**
 * A study's plots as one file.
 *
 * The script is page.js, which `deno task generate` bundles from page/.
 *
 * @module
 */

import { assembleDocument } from "../report/html_document.ts";
import type { StudySettings } from "./arms.ts";
import type { Summary } from "./results.ts";

/** What the page shows. */
export interface StudyPageData {
  /** Means and spreads. */
  readonly summaries: readonly Summary[];
  /** The settings of all trainings. */
  readonly settings: StudySettings;
}

/** The page, complete: it opens from disk and loads nothing. */
export async function makeStudyPage(
  summaries: readonly Summary[],
  settings: StudySettings,
): Promise<string> {
  const [page, look, own, script] = await Promise.all(
    [
      "page/page.html",
      "../../static/look.css",
      "page/page.css",
      "page.js",
    ].map((path) => Deno.readTextFile(new URL(path, import.meta.url))),
  ) as [string, string, string, string];
  const data: StudyPageData = { summaries, settings };
  return assembleDocument({
    page,
    styles: [look, own],
    script,
    data,
    policy: ["img-src data:"],
  }).html;
}
