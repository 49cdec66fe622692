/**
 * Checks that a checkpoint belongs to the run that resumes from it.
 *
 * @module
 */

/** What may change from one session of a run to the next. */
const FREE = new Set(["config.epochs"]);

/**
 * The differences between two runs' identities, in readable form; empty if one
 * can resume from the other. The number of epochs may change, so that a run can
 * be resumed to train for longer.
 *
 * @param found The checkpoint's identity: a JSON object.
 * @param expected The resuming run's identity.
 *
 * @example
 * ```ts
 * import { identityDifferences } from "./identity.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(identityDifferences('{"seed":1}', '{"seed":2}'), ["seed is 1, now 2"]);
 * ```
 */
export function identityDifferences(
  found: string,
  expected: string,
): string[] {
  const before = new Map(leaves(JSON.parse(found)));
  const now = new Map(leaves(JSON.parse(expected)));
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].flatMap((name) => {
    const [old, current] = [before.get(name), now.get(name)];
    return old === current || FREE.has(name)
      ? []
      : [`${name} is ${old ?? "absent"}, now ${current ?? "absent"}`];
  });
}

/** An object's values as JSON, by their path; a list is one value. */
function* leaves(
  value: unknown,
  path: readonly string[] = [],
): Generator<[string, string]> {
  const isObject = typeof value === "object" && value !== null &&
    !Array.isArray(value);
  if (!isObject) {
    yield [path.join("."), JSON.stringify(value)];
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    yield* leaves(inner, [...path, name]);
  }
}
