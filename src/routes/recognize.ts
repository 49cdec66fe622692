/**
 * `POST /recognize`: pixels, pictures or strokes in, answers out.
 *
 * Readers of inputs are loaded when the first body of their kind arrives, and
 * kept: asking the loader again costs each request some microseconds. Bare
 * bytes need none.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { setMetric } from "hono/timing";
import { encodeBase64 } from "../base64.ts";
import { MAX_BODY_BYTES, readBody } from "../http/body.ts";
import { mediaType } from "../http/media_type.ts";
import { fieldProblem, Problem } from "../http/problem.ts";
import {
  boolean,
  integer,
  queryOf,
  type QueryValues,
  readQuery,
} from "../http/query.ts";
import { CLASSES, IMAGE_PIXELS, IMAGE_SIZE } from "../network/numbers.ts";
import type { PictureDecoder } from "../image/decode.ts";
import { once } from "../once.ts";
import type { Recognizer, RecognizerAnswer } from "../recognizer.ts";
import type { Inputs } from "./inputs/limits.ts";
import { normalizeOctets, readOctets } from "./inputs/octets.ts";

/** Media types of the bodies that are accepted. */
export const MEDIA_TYPES: readonly string[] = [
  "application/octet-stream",
  "image/png",
  "image/jpeg",
  "image/webp",
  "application/json",
  "multipart/form-data",
];

/** Names that clients use for some of them. */
const ALIASES: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "image/x-png": "image/png",
};

const QUERY = {
  mode,
  top: integer(1, CLASSES),
  explain: boolean,
  normalize: boolean,
};

/**
 * A handler that reads the digits in a request's body.
 *
 * @param recognizer Reads the digits.
 * @param maxBody The longest body that is read, in bytes.
 */
export function recognize(
  recognizer: Recognizer,
  maxBody: number = MAX_BODY_BYTES,
): Handler {
  const readers = lazyReaders();
  return async (c) => {
    const { top, explain, normalize } = readOptions(c);
    const { pixels, isList } = await readInputs(
      c,
      normalize,
      readers,
      maxBody,
    );
    const start = performance.now();
    const answers = recognizer.recognize(pixels);
    setMetric(c, "recognize", performance.now() - start, "", 3);
    const results = top === undefined && !explain
      ? answers
      : await addDetails(answers, pixels, top, explain);
    const model = recognizer.info.name;
    return c.json(isList ? { results, model } : { ...results[0], model });
  };
}

/** Adds to answers what the query asks for beyond them. */
async function addDetails(
  answers: readonly RecognizerAnswer[],
  pixels: Uint8Array,
  top: number | undefined,
  explain: boolean | undefined,
) {
  const encode = explain
    ? (await import("../image/png/encode.ts")).encodePng
    : null;
  return answers.map((answer, index) => ({
    ...answer,
    ...(top === undefined ? {} : { top: best(answer, top) }),
    ...(encode === null ? {} : {
      normalized: encodeBase64(encode({
        width: IMAGE_SIZE,
        height: IMAGE_SIZE,
        pixels: pixels.subarray(
          index * IMAGE_PIXELS,
          (index + 1) * IMAGE_PIXELS,
        ),
      })),
    }),
  }));
}

/** Reads the query. Most requests have none, and reading that takes 3 us. */
function readOptions(c: Context): QueryValues<typeof QUERY> {
  return c.req.url.includes("?") ? readQuery(queryOf(c), QUERY) : {};
}

/** Modules that read bodies, each loaded when it is first asked for. */
interface LazyReaders {
  json(): Promise<typeof import("./inputs/json.ts")>;
  multipart(): Promise<typeof import("./inputs/multipart.ts")>;
  picture(): Promise<typeof import("./inputs/picture.ts")>;
  /** The decoder of all pictures, loaded with the first one. */
  readonly decode: PictureDecoder;
}

function lazyReaders(): LazyReaders {
  const decoder = once(async () =>
    (await import("../image/decode.ts")).createPictureDecoder()
  );
  return {
    decode: async (bytes) => await (await decoder())(bytes),
    json: once(() => import("./inputs/json.ts")),
    multipart: once(() => import("./inputs/multipart.ts")),
    picture: once(() => import("./inputs/picture.ts")),
  };
}

/** Reads the body, of whichever kind, to digit images. */
async function readInputs(
  c: Context,
  normalize: boolean | undefined,
  readers: LazyReaders,
  maxBody: number,
): Promise<Inputs> {
  const contentType = c.req.header("Content-Type") ?? null;
  const sent = mediaType(contentType);
  const type = ALIASES[sent] ?? sent;
  if (!MEDIA_TYPES.includes(type)) {
    throw new Problem(
      415,
      type === ""
        ? `The body has no media type; read are ${MEDIA_TYPES.join(", ")}`
        : `The body is ${type.slice(0, 100)}; read are ${
          MEDIA_TYPES.join(", ")
        }`,
      { headers: { "Accept-Post": MEDIA_TYPES.join(", ") } },
    );
  }
  const body = await readBody(c.req.raw, maxBody);
  if (body.length === 0) throw new Problem(422, "The body is empty");
  if (type === "application/octet-stream") {
    return normalize ? await normalizeOctets(body) : readOctets(body);
  }
  if (normalize === false) {
    throw fieldProblem(
      400,
      "/query/normalize",
      `is false; ${type} always goes through the image path`,
    );
  }
  switch (type) {
    case "application/json":
      return await (await readers.json()).readJson(body, readers.decode);
    case "multipart/form-data":
      return await (await readers.multipart())
        .readMultipart(body, contentType!, readers.decode);
    default: {
      const { createPictureReader } = await readers.picture();
      const readPicture = createPictureReader(readers.decode);
      return { pixels: await readPicture(body, ""), isList: false };
    }
  }
}

/** Reads `mode`: several digits in one picture are not read yet. */
function mode(text: string): "digit" {
  if (text === "digit") return text;
  throw new RangeError(
    text === "number"
      ? 'is "number", which is not served yet; "digit" is'
      : 'has a value that is not known; "digit" is served',
  );
}

/** The `count` most probable digits, the best first. */
function best({ probabilities }: RecognizerAnswer, count: number) {
  return probabilities
    .map((probability, digit) => ({ digit, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}
