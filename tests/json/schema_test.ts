import assert from "node:assert/strict";
import {
  isJsonFault,
  JsonRangeError,
  JsonTypeError,
} from "../../src/json/error.ts";
import { object, optional, record } from "../../src/json/object.ts";
import {
  anything,
  boolean,
  either,
  integer,
  list,
  number,
  numbers,
  oneOf,
  type Schema,
  string,
} from "../../src/json/schema.ts";

const PAIR = { least: 2, most: 2, what: "numbers" };
const UP_TO_3 = { least: 0, most: 3, what: "things" };
const POINT = object({ x: number(), t: optional(integer(0, 9)) });
const OPEN = object({ x: number() }, "ignored");

/** A schema, what it accepts, and what it makes of that. */
const ACCEPTED: [Schema<unknown>, unknown, unknown?][] = [
  [anything, null],
  [boolean, false],
  [string(), ""],
  [number(), -1.5],
  [number(0, 1), 1],
  [integer(0, 9), 9],
  [oneOf<string | number>("a", 2), 2],
  [list(boolean, UP_TO_3), []],
  [list(string(), UP_TO_3), ["a", "b", "c"]],
  [numbers(0, 1, PAIR), [0, 1]],
  [record(number()), { a: 1, "b/c": 2 }],
  [POINT, { x: 1 }],
  [POINT, { x: 1, t: 2 }],
  [POINT, { x: 1, t: null, other: null }, { x: 1 }],
  [OPEN, { x: 1, other: 2 }, { x: 1 }],
];

Deno.test("schemas return what they accept", () => {
  for (const [schema, value, read = value] of ACCEPTED) {
    assert.deepEqual(schema.read(value, ""), read);
  }
});

/** A schema, what it refuses, and the error. */
const REFUSED: [
  Schema<unknown>,
  unknown,
  typeof JsonTypeError | typeof JsonRangeError,
  string,
][] = [
  [boolean, 0, JsonTypeError, " is 0, expected true or false"],
  [string(), undefined, JsonTypeError, " is missing, expected a text"],
  [string("a name", 1), "", JsonTypeError, ' is "", expected a name'],
  [number(), "3", JsonTypeError, ' is "3", expected a number'],
  [number(), NaN, JsonRangeError, " is NaN, expected a number"],
  [number(0, 1), 2, JsonRangeError, " is 2, expected a number from 0 to 1"],
  [
    integer(0, 9),
    1.5,
    JsonTypeError,
    " is 1.5, expected a whole number from 0 to 9",
  ],
  [
    integer(0, 9),
    10,
    JsonRangeError,
    " is 10, expected a whole number from 0 to 9",
  ],
  [
    oneOf<string | number>("a", 2),
    "b",
    JsonTypeError,
    ' is "b", expected "a" or 2',
  ],
  [
    list(boolean, UP_TO_3),
    { length: 1 },
    JsonTypeError,
    " is an object, expected a list of 0 to 3 things",
  ],
  [
    list(boolean, UP_TO_3),
    [1, 1, 1, 1],
    JsonRangeError,
    " is a list of 4, expected a list of 0 to 3 things",
  ],
  [
    list(boolean, UP_TO_3),
    [true, null],
    JsonTypeError,
    "/1 is null, expected true or false",
  ],
  [
    numbers(0, 1, PAIR),
    [1],
    JsonRangeError,
    " is a list of 1, expected a list of 2 numbers",
  ],
  [
    numbers(0, 1, PAIR),
    [0, 1.5],
    JsonRangeError,
    "/1 is 1.5, expected a number from 0 to 1",
  ],
  [
    numbers(0, 1, PAIR),
    ["0".repeat(41), 0],
    JsonTypeError,
    "/0 is a text of 41 characters, expected a number from 0 to 1",
  ],
  [record(number()), [], JsonTypeError, " is a list of 0, expected an object"],
  [
    record(number()),
    { "a/b~": "1" },
    JsonTypeError,
    '/a~1b~0 is "1", expected a number',
  ],
  [POINT, null, JsonTypeError, " is null, expected an object"],
  [POINT, {}, JsonTypeError, "/x is missing, expected a number"],
  [POINT, { x: null }, JsonTypeError, "/x is null, expected a number"],
  [
    POINT,
    { x: 1, t: 10 },
    JsonRangeError,
    "/t is 10, expected a whole number from 0 to 9",
  ],
  [
    POINT,
    { x: 1, y: 1 },
    JsonTypeError,
    "/y is not a known key, expected x, t",
  ],
];

Deno.test("schemas refuse everything else, and say what is wrong and where", () => {
  for (const [schema, value, type, text] of REFUSED) {
    assert.throws(() => schema.read(value, "/it"), (error) => {
      assert.ok(error instanceof type, String(error));
      assert.ok(isJsonFault(error));
      assert.equal(error.message, `/it${text}`);
      assert.equal(`${error.pointer} ${error.detail}`, `/it${text}`);
      return true;
    });
  }
  assert.throws(() => boolean.read(1, ""), { message: /^the JSON is 1/ });
});

Deno.test("object() does not read what an object inherits", () => {
  const inherits = object({ toString: anything, x: optional(anything) });
  assert.deepEqual(inherits.read({}, ""), { toString: undefined });
});

Deno.test("either() leaves the error to the schema that it chooses", () => {
  const schema = either<unknown>(
    [boolean, POINT],
    (value) => typeof value === "object" ? POINT : boolean,
  );
  assert.equal(schema.read(true, ""), true);
  assert.throws(() => schema.read({ x: "1" }, ""), { message: /^\/x is "1"/ });
  assert.throws(() => schema.read("1", ""), { message: /true or false/ });
});

Deno.test("schemas describe what they accept as JSON Schema", () => {
  assert.deepEqual(list(integer(0, 9), UP_TO_3).json, {
    type: "array",
    items: { type: "integer", minimum: 0, maximum: 9 },
    minItems: 0,
    maxItems: 3,
  });
  assert.deepEqual(POINT.json, {
    type: "object",
    properties: {
      x: { type: "number" },
      t: {
        anyOf: [{ type: "integer", minimum: 0, maximum: 9 }, { type: "null" }],
      },
    },
    required: ["x"],
    unevaluatedProperties: { type: "null" },
  });
  assert.deepEqual(either<unknown>([boolean, oneOf("a")], () => boolean).json, {
    anyOf: [{ type: "boolean" }, { enum: ["a"] }],
  });
  assert.deepEqual(record(string("a name", 1)).json, {
    type: "object",
    additionalProperties: { type: "string", minLength: 1 },
  });
});
