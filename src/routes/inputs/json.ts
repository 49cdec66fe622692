/**
 * JSON as inputs: pixels, a picture in base64, or pen strokes; one, or a list.
 *
 * Strokes, which a page sends while somebody draws, load nothing of the image
 * path but themselves.
 *
 * @module
 */

import { fieldProblem, Problem } from "../../http/problem.ts";
import { IMAGE_PIXELS } from "../../network/numbers.ts";
import { asList, asObject, checkKeys, type JsonObject } from "./json_shape.ts";
import { digitOfStrokes } from "./json_strokes.ts";
import { type Inputs, MAX_INPUTS } from "./limits.ts";
import type { PictureReader } from "./picture.ts";

/**
 * Reads a JSON body.
 *
 * @param body Its bytes, in UTF-8.
 * @throws {Problem} 400 for what does not parse, 422 for JSON of another
 * shape, 415 and 422 as pictures alone are refused.
 */
export async function readJson(body: Uint8Array): Promise<Inputs> {
  const json = asObject(parse(body), "");
  const readPicture = lazyPictureReader();
  if (!Object.hasOwn(json, "inputs")) {
    return { pixels: await readInput(json, "", readPicture), isList: false };
  }
  checkKeys(json, "", ["inputs"]);
  const inputs = asList(json.inputs, "/inputs", "inputs", 1, MAX_INPUTS);
  const pixels = new Uint8Array(inputs.length * IMAGE_PIXELS);
  for (const [index, input] of inputs.entries()) {
    const pointer = `/inputs/${index}`;
    const object = asObject(input, pointer);
    const digit = await readInput(object, pointer, readPicture);
    pixels.set(digit, index * IMAGE_PIXELS);
  }
  return { pixels, isList: true };
}

/** A reader of pictures that is loaded when the first one comes. */
function lazyPictureReader(): PictureReader {
  let reader: PictureReader | undefined;
  return async (bytes, pointer) => {
    reader ??= (await import("./picture.ts")).createPictureReader();
    return await reader(bytes, pointer);
  };
}

/** Reads one input, of whichever kind its keys say, to 784 bytes. */
async function readInput(
  input: JsonObject,
  pointer: string,
  readPicture: PictureReader,
): Promise<Uint8Array> {
  const kinds = ["pixels", "image", "strokes"].filter((kind) =>
    Object.hasOwn(input, kind)
  );
  if (kinds.length !== 1) {
    throw fieldProblem(
      422,
      pointer,
      `has ${kinds.length === 0 ? "none" : kinds.join(" and ")} of pixels, ` +
        "image and strokes; one of them is expected",
    );
  }
  switch (kinds[0]) {
    case "pixels":
      checkKeys(input, pointer, ["pixels", "width", "height"]);
      return (await import("./json_pixels.ts")).digitOfPixels(input, pointer);
    case "image": {
      checkKeys(input, pointer, ["image"]);
      const { bytesOfImage } = await import("./json_image.ts");
      const field = `${pointer}/image`;
      return await readPicture(bytesOfImage(input.image, field), field);
    }
    default:
      checkKeys(input, pointer, ["strokes"]);
      return digitOfStrokes(input.strokes, `${pointer}/strokes`);
  }
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
