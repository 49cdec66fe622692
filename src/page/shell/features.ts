/**
 * The features of the page, and which of them a link opens. README.md beside
 * this folder says how one is added.
 *
 * @module
 */

import type { Link } from "./link.ts";

/** A feature's name: of its folder, its panel in page.html, and its script. */
export type FeatureId = "draw" | "picture" | "made" | "quiz" | "learned";

/** A feature of the page. */
export interface FeatureEntry {
  /** Its name. */
  readonly id: FeatureId;
  /** Fields of a link that open it, beside its own name. */
  readonly fields: readonly string[];
}

/** Every feature, in the order of the tabs; the first is shown by default. */
export const FEATURES: readonly FeatureEntry[] = [
  { id: "draw", fields: ["drawing"] },
  { id: "picture", fields: [] },
  { id: "made", fields: ["seed", "digit", "number"] },
  { id: "quiz", fields: [] },
  { id: "learned", fields: [] },
];

/**
 * Which feature a link opens.
 *
 * @param link The fields of the hash.
 * @returns The first feature that a field names, else the first of all.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { featureOf } from "./features.ts";
 *
 * assert.equal(featureOf({ seed: "42" }), "made");
 * assert.equal(featureOf({}), "draw");
 * ```
 */
export function featureOf(link: Link): FeatureId {
  const found = FEATURES.find(({ id, fields }) =>
    [id, ...fields].some((name) => name in link)
  );
  return (found ?? FEATURES[0]!).id;
}
