/**
 * JSON as inputs: pixels, a picture in base64, or pen strokes; one, or a list.
 *
 * Strokes, which pages send while somebody draws, load only the part of the
 * image path that they need.
 *
 * @module
 */

import { fieldProblem, Problem } from "../../http/problem.ts";
import type { PictureDecoder } from "../../image/decode.ts";
import { isJsonFault, JsonTypeError, wrongType } from "../../json/error.ts";
import {
  hasMember,
  isObject,
  type JsonObject,
  object,
} from "../../json/object.ts";
import { anything, list } from "../../json/schema.ts";
import type { InputForm } from "./form.ts";
import { bytesOfImage, IMAGE } from "./json_image.ts";
import { pictureOfPixels, PIXELS } from "./json_pixels.ts";
import { DRAWING_INPUT, STROKES_INPUT } from "./json_strokes.ts";
import { type Inputs, MAX_INPUTS } from "./limits.ts";
import type { PictureReader } from "./picture.ts";

/** Several inputs; each one is checked when it is read. */
const INPUTS = object({
  inputs: list(anything, { least: 1, most: MAX_INPUTS, what: "inputs" }),
});

/** The members that determine the kind of an input. */
const KINDS = ["pixels", "image", "strokes", "drawing"] as const;

/**
 * Reads a JSON body.
 *
 * @param body Its bytes, in UTF-8.
 * @param decode Decodes pictures.
 * @param form Converts each input.
 * @throws {Problem} 400 if it does not parse, 422 if it has another shape, 415
 * and 422 for pictures as in {@linkcode PictureReader}.
 */
export async function readJson<T>(
  body: Uint8Array,
  decode: PictureDecoder,
  form: InputForm<T>,
): Promise<Inputs<T>> {
  const json = parse(body);
  try {
    return await readInputs(json, decode, form);
  } catch (error) {
    if (!isJsonFault(error)) throw error;
    throw fieldProblem(422, error.pointer, error.detail);
  }
}

async function readInputs<T>(
  json: unknown,
  decode: PictureDecoder,
  form: InputForm<T>,
): Promise<Inputs<T>> {
  const readPicture = lazyPictureReader(decode, form);
  if (!isObject(json) || !hasMember(json, "inputs")) {
    const input = await readInput(json, "", form, readPicture);
    return { inputs: [input], isList: false };
  }
  const inputs: T[] = [];
  for (const [index, input] of INPUTS.read(json, "").inputs.entries()) {
    const pointer = `/inputs/${index}`;
    inputs.push(await readInput(input, pointer, form, readPicture));
  }
  return { inputs, isList: true };
}

/** A picture reader that is loaded by the first picture. */
function lazyPictureReader<T>(
  decode: PictureDecoder,
  form: InputForm<T>,
): PictureReader<T> {
  let reader: PictureReader<T> | undefined;
  return async (bytes, pointer) => {
    reader ??= (await import("./picture.ts")).createPictureReader(decode, form);
    return await reader(bytes, pointer);
  };
}

/** Reads one input; its members determine the kind. */
async function readInput<T>(
  input: unknown,
  pointer: string,
  form: InputForm<T>,
  readPicture: PictureReader<T>,
): Promise<T> {
  if (!isObject(input)) throw wrongType(pointer, input, "an object");
  switch (kindOf(input, pointer)) {
    case "pixels": {
      const image = pictureOfPixels(PIXELS.read(input, pointer), pointer);
      return await form.picture(image, pointer);
    }
    case "image": {
      const { image } = IMAGE.read(input, pointer);
      const field = `${pointer}/image`;
      return await readPicture(bytesOfImage(image, field), field);
    }
    case "strokes": {
      const { strokes } = STROKES_INPUT.read(input, pointer);
      return await form.strokes(strokes, `${pointer}/strokes`);
    }
    case "drawing": {
      const { drawing } = DRAWING_INPUT.read(input, pointer);
      return await form.strokes(drawing, `${pointer}/drawing`);
    }
  }
}

function kindOf(input: JsonObject, pointer: string): typeof KINDS[number] {
  const [kind, ...others] = KINDS.filter((kind) => hasMember(input, kind));
  if (kind !== undefined && others.length === 0) return kind;
  const found = kind === undefined ? "none" : [kind, ...others].join(" and ");
  throw new JsonTypeError(
    pointer,
    `has ${found} of ${KINDS.join(", ")}, expected one of them`,
  );
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    const reason = cause instanceof SyntaxError
      ? cause.message
      : "it is not UTF-8";
    throw new Problem(400, `The JSON does not parse: ${reason}`, { cause });
  }
}
