/**
 * Finds duplicate keys in JSON. `JSON.parse` silently keeps the last one, so
 * two readers of one file could see two different files.
 *
 * This is not a parser: it expects text that `JSON.parse` has accepted.
 *
 * @module
 */

/**
 * The first key that appears twice in one object of a JSON text, else
 * `undefined`.
 *
 * @param json Text that `JSON.parse` accepts.
 *
 * @example
 * ```ts
 * import { duplicateKey } from "./duplicate_key.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(duplicateKey('{"a": 1, "b": {"a": 2}}'), undefined);
 * assert.equal(duplicateKey('{"a": 1, "\\u0061": 2}'), "a");
 * ```
 */
export function duplicateKey(json: string): string | undefined {
  const objects: Set<string>[] = [];
  const tokens = /[{}]|"((?:[^"\\]|\\.)*)"(\s*:)?/g;
  for (const [token, , colon] of json.matchAll(tokens)) {
    if (token === "{") objects.push(new Set());
    else if (token === "}") objects.pop();
    else if (colon !== undefined) {
      const quoted = token.slice(0, token.lastIndexOf('"') + 1);
      const name: string = quoted.includes("\\")
        ? JSON.parse(quoted)
        : quoted.slice(1, -1);
      const names = objects.at(-1);
      if (names?.has(name)) return name;
      names?.add(name);
    }
  }
  return undefined;
}
