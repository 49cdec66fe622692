/**
 * The JSON bodies of `POST /recognize`.
 *
 * @module
 */

import { object } from "../json/object.ts";
import { anything, type JsonSchema, list } from "../json/schema.ts";
import { IMAGE } from "../routes/inputs/json_image.ts";
import { PIXELS } from "../routes/inputs/json_pixels.ts";
import { DRAWING_INPUT, STROKES_INPUT } from "../routes/inputs/json_strokes.ts";
import { MAX_INPUTS } from "../routes/inputs/limits.ts";

/** One input. */
const INPUT: JsonSchema = {
  anyOf: [STROKES_INPUT, DRAWING_INPUT, PIXELS, IMAGE].map(({ json }) => json),
};

/** Several inputs. */
const INPUTS = object({
  inputs: list({ ...anything, json: INPUT }, {
    least: 1,
    most: MAX_INPUTS,
    what: "inputs",
  }),
});

/** A body: one input or several. */
export const BODY: JsonSchema = { anyOf: [INPUT, INPUTS.json] };
