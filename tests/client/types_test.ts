/**
 * The client's types are those of the schemas: where one has a member that the
 * other has not, this file does not compile.
 *
 * @module
 */

import assert from "node:assert/strict";
import type {
  ImageInput,
  PixelsInput,
  ReadOptions,
  SheetOptions,
  StrokesInput,
} from "../../src/client.ts";
import type { QueryValues } from "../../src/http/query.ts";
import type { TypeOf } from "../../src/json/schema.ts";
import type { IMAGE } from "../../src/routes/inputs/json_image.ts";
import type { PIXELS } from "../../src/routes/inputs/json_pixels.ts";
import type { STROKES_INPUT } from "../../src/routes/inputs/json_strokes.ts";
import { RECOGNIZE_QUERY } from "../../src/routes/recognize.ts";
import {
  SAMPLE_QUERY,
  type SampleQuery,
} from "../../src/routes/sample_query.ts";

/** True if each type can stand for the other one, member by member. */
type Same<A, B> = [Required<A>] extends [Required<B>]
  ? [Required<B>] extends [Required<A>] ? true : false
  : false;

const pixels: Same<PixelsInput, TypeOf<typeof PIXELS>> = true;
const image: Same<ImageInput, TypeOf<typeof IMAGE>> = true;
/** Times are checked and ignored. */
type Untimed = {
  readonly strokes: readonly Omit<
    StrokesInput["strokes"][number],
    "t"
  >[];
};
const strokes: Same<Untimed, TypeOf<typeof STROKES_INPUT>> = true;
/** The mode is the method's, and a client chooses no JSON for a picture. */
const read: Same<
  Omit<ReadOptions, "signal">,
  Omit<QueryValues<typeof RECOGNIZE_QUERY>, "mode">
> = true;
const sheet: Same<
  Omit<SheetOptions, "signal" | "format">,
  Omit<SampleQuery, "format">
> = true;

Deno.test("the client's types are those of the schemas", () => {
  assert.ok(pixels && image && strokes && read && sheet);
  const names = ["mode", "top", "explain", "normalize"];
  assert.deepEqual(Object.keys(RECOGNIZE_QUERY), names);
  assert.equal(Object.keys(SAMPLE_QUERY).length, 14);
});
