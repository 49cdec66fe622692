/**
 * Small checks on parsed JSON, for the readers of our files.
 *
 * @module
 */

/** A JSON object whose fields are still to be checked. */
export type Fields = Record<string, unknown>;

/** Whether a value is a JSON object, not an array, not null. */
export function isFields(json: unknown): json is Fields {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** The value as a JSON object. @throws {TypeError} if it is none. */
export function asFields(json: unknown, what: string): Fields {
  if (!isFields(json)) throw wrongValue(what, json, "a JSON object");
  return json;
}

/** The value as a number. @throws {TypeError} if it is none. */
export function asNumber(json: unknown, what: string): number {
  if (typeof json !== "number") throw wrongValue(what, json, "a number");
  return json;
}

/** The error that says what was found in place of what. */
export function wrongValue(
  what: string,
  json: unknown,
  expected: string,
): TypeError {
  return new TypeError(
    `${what} is ${JSON.stringify(json)}, expected ${expected}`,
  );
}
