/**
 * Pen strokes in JSON as an input, in any of three shapes:
 * `{"x": [...], "y": [...], "t": [...]}`, `{"points": [{"x", "y"}, ...]}` and
 * Quick Draw's `[[x...], [y...], [t...]]`.
 *
 * @module
 */

import {
  MAX_COORDINATE,
  MAX_POINTS,
  type Stroke,
} from "../../image/strokes.ts";
import { JsonRangeError, outOfRange, wrongType } from "../../json/error.ts";
import { hasMember, isObject, object, optional } from "../../json/object.ts";
import {
  either,
  list,
  number,
  numbers,
  type Schema,
} from "../../json/schema.ts";

const COORDINATE = number(-MAX_COORDINATE, MAX_COORDINATE);
const COORDINATES = numbers(-MAX_COORDINATE, MAX_COORDINATE, {
  least: 0,
  most: MAX_POINTS,
  what: "coordinates",
});
const TIMES = numbers(-Number.MAX_VALUE, Number.MAX_VALUE, {
  least: 0,
  most: MAX_POINTS,
  what: "times",
});

/**
 * Lists of coordinates. Times are not used, but a wrong number of them
 * indicates a mistake.
 */
const IN_LISTS = checked(
  object({ x: COORDINATES, y: COORDINATES, t: optional(TIMES) }, "ignored"),
  ({ x, y, t }, pointer) => {
    sameLength(x, y, `${pointer}/y`, "coordinates");
    if (t !== undefined) sameLength(x, t, `${pointer}/t`, "times");
    return { x, y };
  },
);

/** Points as objects. */
const IN_POINTS = checked(
  object({
    points: list(object({ x: COORDINATE, y: COORDINATE }, "ignored"), {
      least: 0,
      most: MAX_POINTS,
      what: "points",
    }),
  }, "ignored"),
  ({ points }) => ({
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
  }),
);

/** Quick Draw's lists; those of its simplified drawings have no times. */
const AS_QUICK_DRAW: Schema<Stroke> = {
  json: {
    type: "array",
    prefixItems: [COORDINATES.json, COORDINATES.json, TIMES.json],
    minItems: 2,
    maxItems: 3,
  },
  read(value, pointer) {
    const lists = value as readonly unknown[];
    // Points one by one are a common mistake.
    if (lists.length < 2 || lists.length > 3 || isObject(lists[0])) {
      throw outOfRange(
        pointer,
        value,
        'a list of 2 or 3 lists, x, y and t, or {"points": [{"x", "y"}, ...]}',
      );
    }
    const x = COORDINATES.read(lists[0], `${pointer}/0`);
    const y = COORDINATES.read(lists[1], `${pointer}/1`);
    sameLength(x, y, `${pointer}/1`, "coordinates");
    if (lists.length === 3) {
      const t = TIMES.read(lists[2], `${pointer}/2`);
      sameLength(x, t, `${pointer}/2`, "times");
    }
    return { x, y };
  },
};

const STROKE = either<Stroke>(
  [IN_LISTS, IN_POINTS, AS_QUICK_DRAW],
  (value, pointer) => {
    if (Array.isArray(value)) return AS_QUICK_DRAW;
    if (!isObject(value)) {
      throw wrongType(pointer, value, "an object or a list of lists");
    }
    return hasMember(value, "points") ? IN_POINTS : IN_LISTS;
  },
);

/** The strokes of a drawing: 1 to 4,096 points in all. */
const STROKES: Schema<readonly Stroke[]> = checked(
  list(STROKE, { least: 1, most: MAX_POINTS, what: "strokes" }),
  (strokes, pointer) => {
    const points = strokes.reduce((sum, { x }) => sum + x.length, 0);
    if (points >= 1 && points <= MAX_POINTS) return strokes;
    throw new JsonRangeError(
      pointer,
      `has ${points} points, expected 1 to ${MAX_POINTS}`,
    );
  },
);

/** An input with strokes. */
export const STROKES_INPUT: Schema<{ readonly strokes: readonly Stroke[] }> =
  object({ strokes: STROKES });

/** An input like a line of a Quick Draw file, which has other members too. */
export const DRAWING_INPUT: Schema<{ readonly drawing: readonly Stroke[] }> =
  object({ drawing: STROKES }, "ignored");

/** A schema with a further check or conversion. */
function checked<T, U>(
  { json, read }: Schema<T>,
  then: (value: T, pointer: string) => U,
): Schema<U> {
  return {
    json,
    read: (value, pointer) => then(read(value, pointer), pointer),
  };
}

function sameLength(
  x: readonly number[],
  other: readonly number[],
  pointer: string,
  what: string,
): void {
  if (other.length === x.length) return;
  throw outOfRange(pointer, other, `a list of ${x.length} ${what}`);
}
