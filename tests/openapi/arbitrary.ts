/**
 * Values that a JSON Schema accepts, as fast-check generates them: for the
 * keywords that the OpenAPI document uses.
 *
 * @module
 */

import fc from "fast-check";

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The longest list and text that is generated. */
const LONG = 6;

/**
 * Generates values that a schema accepts.
 *
 * @param schema The schema.
 * @throws {TypeError} for a keyword that is not known here.
 */
export function accepted(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if ("enum" in schema) return fc.constantFrom(...schema.enum as unknown[]);
  if ("anyOf" in schema) {
    return fc.oneof(...(schema.anyOf as JsonSchema[]).map(accepted));
  }
  switch (schema.type) {
    case undefined:
      return fc.jsonValue({ maxDepth: 1 });
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: low(schema), max: high(schema) });
    case "number":
      return fc.double({
        min: low(schema),
        max: high(schema),
        noNaN: true,
      });
    case "string":
      return text(schema);
    case "array":
      return list(schema);
    case "object":
      return object(schema);
  }
  throw new TypeError(`no values for ${JSON.stringify(schema)}`);
}

function low({ minimum }: JsonSchema): number {
  return minimum as number ?? -1e9;
}

function high({ maximum }: JsonSchema): number {
  return maximum as number ?? 1e9;
}

function text(schema: JsonSchema): fc.Arbitrary<string> {
  const { pattern, contentEncoding, minLength = 0 } = schema;
  if (typeof pattern === "string") {
    return fc.stringMatching(new RegExp(pattern, "u"));
  }
  if (contentEncoding === "base64") return fc.base64String();
  return fc.string({ minLength: minLength as number, maxLength: 40 });
}

function list(schema: JsonSchema): fc.Arbitrary<unknown[]> {
  const { prefixItems, items = {}, minItems = 0, maxItems = LONG } = schema;
  if (prefixItems !== undefined) {
    const all = (prefixItems as JsonSchema[]).map(accepted);
    return fc.integer({ min: minItems as number, max: all.length })
      .chain((count) => fc.tuple(...all.slice(0, count)));
  }
  return fc.array(accepted(items as JsonSchema), {
    minLength: minItems as number,
    maxLength: Math.max(
      minItems as number,
      Math.min(maxItems as number, LONG),
    ),
  });
}

function object(schema: JsonSchema): fc.Arbitrary<object> {
  const { properties = {}, required = [] } = schema;
  const members = Object.entries(properties as Record<string, JsonSchema>)
    .map(([name, member]) => [name, accepted(member)] as const);
  return fc.record(Object.fromEntries(members), {
    requiredKeys: required as string[],
  });
}
