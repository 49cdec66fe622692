/**
 * A recognizer that calls the server: `POST /recognize?explain=true` with the
 * strokes, and once more with `mode=number` for what is no single digit.
 *
 * latest.ts limits the rate of requests.
 *
 * @module
 */

import { decodeBase64 } from "../../base64.ts";
import { MAX_POINTS } from "../../image/strokes.ts";
import { type Stroke, thin } from "../draw/drawing.ts";
import { mayBeNumber } from "./number.ts";
import type { StrokeRecognizer } from "./recognizer.ts";
import { answerFromJson, numberFromJson } from "./wire_answer.ts";
import { type Fetch, requestJson } from "../base/request.ts";

/** Turns the bytes of a 28x28 PNG into 784 grey values. */
export type DecodePng = (png: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/**
 * Creates a recognizer that calls the server.
 *
 * @param fetch Sends the request.
 * @param decodePng Decodes the picture that the model saw.
 * @returns The recognizer; its promises reject with a `RequestError` if the
 *   server returns no answer.
 */
export function createHttpRecognizer(
  fetch: Fetch,
  decodePng: DecodePng,
): StrokeRecognizer {
  async function ask<T>(
    query: string,
    strokes: readonly Stroke[],
    signal: AbortSignal,
    parse: (json: unknown) => T,
  ): Promise<T> {
    const init: RequestInit = {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
      },
      body: JSON.stringify({ strokes: thin(strokes, MAX_POINTS) }),
      signal,
    };
    return await requestJson(fetch, `/recognize?${query}`, init, parse);
  }
  return {
    place: "server",
    async recognizeStrokes(strokes: readonly Stroke[], signal: AbortSignal) {
      const { normalized, ...answer } = await ask(
        "explain=true",
        strokes,
        signal,
        answerFromJson,
      );
      const seen = normalized === null
        ? null
        : await decodePng(decodeBase64(normalized));
      const number = mayBeNumber(answer, strokes.length)
        ? await ask("mode=number", strokes, signal, numberFromJson)
        : null;
      return { ...answer, number, seen, milliseconds: null };
    },
  };
}
