/**
 * Schemas of JSON objects.
 *
 * @module
 */

import { JsonTypeError, memberOf, wrongType } from "./error.ts";
import type { JsonSchema, Schema } from "./schema.ts";

/** A member that may be absent; `null` counts as absent. */
export interface Optional<T> {
  /** Checks the member if it is present. */
  readonly optional: Schema<T>;
}

/** The members of an object. */
export type Members = Readonly<
  Record<string, Schema<unknown> | Optional<unknown>>
>;

/** The names of the members that may be absent. */
export type Absent<M extends Members> = {
  [K in keyof M]: M[K] extends Optional<unknown> ? K : never;
}[keyof M];

/** The type of an object with these members. */
export type ObjectOf<M extends Members> =
  & {
    readonly [K in Exclude<keyof M, Absent<M>>]: M[K] extends Schema<infer T>
      ? T
      : never;
  }
  & {
    readonly [K in Absent<M>]?: M[K] extends Optional<infer T> ? T : never;
  };

/** A parsed object whose members are not yet checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a parsed value is an object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether an object has a member; one that is `null` counts as absent.
 *
 * @param object A parsed object.
 * @param key The member's key.
 */
export function hasMember(object: JsonObject, key: string): boolean {
  return Object.hasOwn(object, key) && object[key] !== null;
}

/**
 * A member that may be absent.
 *
 * @param schema Checks it if it is present.
 */
export function optional<T>(schema: Schema<T>): Optional<T> {
  return { optional: schema };
}

/**
 * Accepts objects.
 *
 * @param members The members.
 * @param others Whether other members are refused (unless they are null) or
 * ignored.
 * @returns A schema that copies the members and leaves out absent ones.
 *
 * @example
 * ```ts
 * import { object, optional } from "./object.ts";
 * import { number } from "./schema.ts";
 * import assert from "node:assert/strict";
 *
 * const point = object({ x: number(), y: number(), t: optional(number()) });
 * assert.deepEqual(point.read({ x: 1, y: 2, t: null }, ""), { x: 1, y: 2 });
 * assert.throws(() => point.read({ x: 1, y: "2" }, ""), {
 *   message: '/y is "2", expected a number',
 * });
 * ```
 */
export function object<M extends Members>(
  members: M,
  others: "refused" | "ignored" = "refused",
): Schema<ObjectOf<M>> {
  const names = Object.keys(members);
  const required = names.filter((name) => !("optional" in members[name]!));
  return {
    json: objectJson(members, required, others),
    read(value, pointer) {
      if (!isObject(value)) throw wrongType(pointer, value, "an object");
      if (others === "refused") refuseOthers(value, pointer, names);
      const copy: Record<string, unknown> = {};
      for (const name of names) {
        const member = members[name]!;
        const schema = "optional" in member ? member.optional : member;
        if ("optional" in member && !hasMember(value, name)) continue;
        const found = Object.hasOwn(value, name) ? value[name] : undefined;
        copy[name] = schema.read(found, `${pointer}/${name}`);
      }
      return copy as ObjectOf<M>;
    },
  };
}

/**
 * Accepts objects with any keys.
 *
 * @param member Checks each member.
 */
export function record<T>(
  member: Schema<T>,
): Schema<Readonly<Record<string, T>>> {
  return {
    json: { type: "object", additionalProperties: member.json },
    read(value, pointer) {
      if (!isObject(value)) throw wrongType(pointer, value, "an object");
      return Object.fromEntries(
        Object.entries(value).map(([key, found]) => [
          key,
          member.read(found, memberOf(pointer, key)),
        ]),
      );
    },
  };
}

function refuseOthers(
  value: JsonObject,
  pointer: string,
  names: readonly string[],
): void {
  for (const key of Object.keys(value)) {
    if (names.includes(key) || value[key] === null) continue;
    throw new JsonTypeError(
      memberOf(pointer, key),
      `is not a known key, expected ${names.join(", ")}`,
    );
  }
}

function objectJson(
  members: Members,
  required: readonly string[],
  others: "refused" | "ignored",
): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      name,
      "optional" in member ? orNull(member.optional.json) : member.json,
    ]),
  );
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    // Null counts as absent. In TypeScript's types, additionalProperties would
    // be an index signature, which no member of another type satisfies.
    ...(others === "refused"
      ? { unevaluatedProperties: { type: "null" } }
      : {}),
  };
}

function orNull(json: JsonSchema): JsonSchema {
  return { anyOf: [json, { type: "null" }] };
}
