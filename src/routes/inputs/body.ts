/**
 * Reads a request's body, of any accepted kind, as inputs.
 *
 * @module
 */

import type { Context } from "hono";
import { readBody } from "../../http/body.ts";
import { LongWork, SHORT_BODY, SHORT_PICTURE } from "../../http/elsewhere.ts";
import { mediaType } from "../../http/media_type.ts";
import { observedOf } from "../../http/observed.ts";
import { createPatience } from "../../http/patience.ts";
import { fieldProblem, Problem } from "../../http/problem.ts";
import type { CompiledDecoders, PictureDecoder } from "../../image/decode.ts";
import { once } from "../../once.ts";
import type { InputForm } from "./form.ts";
import type { Inputs } from "./limits.ts";
import { readOctets } from "./octets.ts";

/** Media types of the bodies that are accepted. */
export const MEDIA_TYPES: readonly string[] = [
  "application/octet-stream",
  "image/png",
  "image/jpeg",
  "image/webp",
  "application/json",
  "multipart/form-data",
];

/** Other names that clients use for some of them. */
const ALIASES: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "image/x-png": "image/png",
};

/**
 * Reads the body of a request.
 *
 * @param c The request's context.
 * @param form Converts each input.
 * @param normalize Whether raw bytes go through the image path; everything else
 * always does.
 * @throws {Problem} 413, 415 and 422 for a body that is not accepted, 400 for one
 * that does not parse.
 */
export type BodyReader = <T>(
  c: Context,
  form: InputForm<T>,
  normalize: boolean | undefined,
) => Promise<Inputs<T>>;

/** Options of {@linkcode createBodyReader}. */
export interface BodyOptions {
  /** The longest body that is read, in bytes. */
  readonly maxBody: number;
  /** Milliseconds that a body may take to arrive. */
  readonly bodyTime?: number | undefined;
  /** Compiled picture decoders. */
  readonly decoders?: CompiledDecoders;
  /**
   * Whether to hand over a body that would take long, by throwing {@linkcode
   * LongWork}.
   */
  readonly handsOver?: boolean;
}

/**
 * Creates a reader of bodies. The reader of each kind of body is loaded by the
 * first such body and kept, because going through the loader again costs each
 * request some microseconds.
 *
 * @param options The limits.
 */
export function createBodyReader(
  { maxBody, bodyTime, decoders = {}, handsOver = false }: BodyOptions,
): BodyReader {
  const { inTime } = createPatience(bodyTime);
  const json = once(() => import("./json.ts"));
  const multipart = once(() => import("./multipart.ts"));
  const picture = once(() => import("./picture.ts"));
  const decoder = once(async () =>
    (await import("../../image/decode.ts")).createPictureDecoder(decoders)
  );
  const decodeHere: PictureDecoder = async (bytes) =>
    await (await decoder())(bytes);
  const pixelsOf = once(async () =>
    (await import("../../image/picture_pixels.ts")).picturePixels
  );

  /** A decoder that hands the request over if its pictures are large. */
  function decoderFor(body: Uint8Array<ArrayBuffer>): PictureDecoder {
    if (!handsOver) return decodeHere;
    let total = 0;
    return async (bytes) => {
      total += (await pixelsOf())(bytes);
      if (total > SHORT_PICTURE) throw new LongWork(body);
      return await decodeHere(bytes);
    };
  }

  return async (c, form, normalize) => {
    const type = bodyType(c);
    const body = await inTime(readBody(c.req.raw, maxBody));
    observedOf(c).bytesIn = body.length;
    if (body.length === 0) throw new Problem(422, "The body is empty");
    if (type === "") throw unsupported("The body has no media type");
    if (type === "application/octet-stream") {
      return await readOctets(body, form, normalize ?? false);
    }
    if (normalize === false) {
      throw fieldProblem(
        400,
        "/query/normalize",
        `is false; ${type} always goes through the image path`,
      );
    }
    if (handsOver && body.length > SHORT_BODY) throw new LongWork(body);
    const decode = decoderFor(body);
    switch (type) {
      case "application/json":
        return await (await json()).readJson(body, decode, form);
      case "multipart/form-data": {
        const contentType = c.req.header("Content-Type")!;
        return await (await multipart())
          .readMultipart(body, contentType, decode, form);
      }
      default: {
        const read = (await picture()).createPictureReader(decode, form);
        return { inputs: [await read(body, "")], isList: false };
      }
    }
  };
}

/** The media type of a body, by its usual name; empty if there is none. */
function bodyType(c: Context): string {
  const sent = mediaType(c.req.header("Content-Type") ?? null);
  const type = ALIASES[sent] ?? sent;
  // A request without a body has no media type; it is later refused as empty.
  if (type === "" || MEDIA_TYPES.includes(type)) return type;
  throw unsupported(`The body is ${type.slice(0, 100)}`);
}

function unsupported(found: string): Problem {
  const supported = MEDIA_TYPES.join(", ");
  return new Problem(415, `${found}; supported: ${supported}`, {
    headers: { "Accept-Post": supported },
  });
}
