/**
 * The parameters of a query, as OpenAPI has them.
 *
 * @module
 */

import type { QueryReaders, QueryValues } from "../http/query.ts";
import type { JsonSchema } from "../json/schema.ts";

/** For each name of a query, a description and an example, or undefined. */
export type QueryTexts<R extends QueryReaders> = {
  readonly [Name in keyof R]: readonly [
    description: string,
    example: QueryValues<R>[Name] | undefined,
  ];
};

/** A parameter of a query. */
export interface Parameter {
  /** Its name. */
  readonly name: string;
  /** Where it is. */
  readonly in: "query";
  /** What it does. */
  readonly description: string;
  /**
   * The values that it may have, with an example. The example is in the schema
   * because viewers fill in a parameter's example, even for parameters that
   * cannot be combined.
   */
  readonly schema: JsonSchema;
}

/**
 * Describes a query.
 *
 * @param readers The reader of each parameter.
 * @param texts What each parameter does.
 */
export function parameters<R extends QueryReaders>(
  readers: R,
  texts: QueryTexts<R>,
): Parameter[] {
  return Object.entries(readers).map(([name, { json }]) => {
    const [description, example] = texts[name]!;
    return {
      name,
      in: "query",
      description,
      schema: example === undefined ? json : { ...json, examples: [example] },
    };
  });
}
