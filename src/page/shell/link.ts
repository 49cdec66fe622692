/**
 * The link that holds what is shown: fields in the URL's hash, which the server
 * never sees.
 *
 * `#seed=42&digit=3` has two fields; `#quiz` has one without a value.
 *
 * @module
 */

/** Fields of a link, by name. */
export type Link = Readonly<Record<string, string>>;

/**
 * Parses a hash.
 *
 * @param hash With or without the `#`. Of equal names the last counts.
 * @returns Its fields; none for an empty hash.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseLink } from "./link.ts";
 *
 * assert.deepEqual({ ...parseLink("#seed=42&quiz") }, { seed: "42", quiz: "" });
 * ```
 */
export function parseLink(hash: string): Link {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  // Without a prototype: a link may name anything, `constructor` too.
  return Object.assign(Object.create(null), Object.fromEntries(fields));
}

/**
 * Formats fields as a hash.
 *
 * @param link The fields.
 * @returns For example `#seed=42&quiz`; `#` for no fields.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { formatLink } from "./link.ts";
 *
 * assert.equal(formatLink({ seed: "42", quiz: "" }), "#seed=42&quiz");
 * ```
 */
export function formatLink(link: Link): string {
  const fields = Object.entries(link).map(([name, value]) =>
    value === ""
      ? encodeURIComponent(name)
      : `${encodeURIComponent(name)}=${encodeURIComponent(value)}`
  );
  return `#${fields.join("&")}`;
}
