/**
 * Small checks on parsed JSON, for the readers of model files.
 *
 * @module
 */

/** A JSON object whose fields are not yet checked. */
export type Fields = Record<string, unknown>;

/** Whether a value is a JSON object (not an array, not null). */
export function isFields(json: unknown): json is Fields {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** The value as a JSON object. @throws {TypeError} if it is not one. */
export function asFields(json: unknown, what: string): Fields {
  if (!isFields(json)) throw wrongValue(what, json, "a JSON object");
  return json;
}

/** The value as a number. @throws {TypeError} if it is not one. */
export function asNumber(json: unknown, what: string): number {
  if (typeof json !== "number") throw wrongValue(what, json, "a number");
  return json;
}

/** An error that states what was expected and what was found. */
export function wrongValue(
  what: string,
  json: unknown,
  expected: string,
): TypeError {
  return new TypeError(
    `${what} is ${JSON.stringify(json)}, expected ${expected}`,
  );
}
