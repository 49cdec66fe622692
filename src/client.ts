/**
 * A client of the service, for browsers, Deno, Node and Bun. It needs
 * only `fetch`.
 *
 * ```ts
 * import { createClient } from "@inkling/inkling/client";
 *
 * const inkling = createClient("http://localhost:8000");
 * // A phone's drawing: strokes as lists of coordinates, in any unit.
 * const seven = { strokes: [{ x: [20, 80, 50], y: [20, 20, 110] }] };
 * const read = () => inkling.recognize(seven); // resolves with { digit: 7, … }
 * ```
 *
 * {@linkcode recordStrokes} takes the strokes from a canvas.
 *
 * @module
 */

import {
  type Answer,
  type Digit,
  DIGITS,
  type NumberAnswer,
  NUMBERS,
  readJson,
  type ReadNumber,
  type Results,
} from "./client/answers.ts";
import {
  bodyOfInput,
  bodyOfInputs,
  type Input,
  type Inputs,
  type RequestBody,
} from "./client/input.ts";
import {
  queryOf,
  readSamples,
  type SampleOptions,
  type Samples,
  type SheetOptions,
} from "./client/samples.ts";
import { createSender, type SenderOptions } from "./client/send.ts";
import { MODELS, type ModelsJson } from "./contract/models.ts";

export type {
  Answer,
  ByModel,
  Digit,
  NumberAnswer,
  ReadNumber,
  Results,
} from "./client/answers.ts";
export { AnswerError, RefusalError, UnreachableError } from "./client/error.ts";
export type {
  ImageInput,
  Input,
  Inputs,
  JsonInput,
  PixelsInput,
  Stroke,
  StrokesInput,
} from "./client/input.ts";
export { recordStrokes, type StrokeRecorder } from "./client/record_strokes.ts";
export type {
  Sample,
  SampleOptions,
  Samples,
  SheetOptions,
} from "./client/samples.ts";
export type { Fetch, SenderOptions } from "./client/send.ts";
export type { RetryPolicy } from "./client/retry.ts";
export type { ModelJson, ModelsJson } from "./contract/models.ts";

/** Options of a request. */
export interface RequestOptions {
  /** Ends the request and its retries. */
  readonly signal?: AbortSignal;
}

/** Options of a request to read. */
export interface ReadOptions extends RequestOptions {
  /** Adds this many of the most probable digits, as `top`. */
  readonly top?: number;
  /** Adds the picture that the network saw, and the steps to it. */
  readonly explain?: boolean;
  /**
   * For bytes: whether to normalize them like a picture. By default they are
   * taken to be in MNIST's layout. All other inputs are always normalized.
   */
  readonly normalize?: boolean;
}

/**
 * The service's routes. Each method rejects with a `RefusalError` if the
 * service refuses the request, with an `UnreachableError`, an `AnswerError`, or
 * the signal's reason.
 */
export interface Client {
  /**
   * Reads one digit.
   *
   * @param input A drawing's strokes, a picture, pixels or 784 bytes.
   * @param options What else to answer with.
   */
  recognize(input: Input, options?: ReadOptions): Promise<Answer>;
  /**
   * Reads a digit in each of up to 64 inputs, in one request.
   *
   * @param inputs The inputs; one that is wrong fails the request.
   * @param options What else to answer with.
   */
  recognizeAll(
    inputs: Inputs,
    options?: ReadOptions,
  ): Promise<Results<Digit>>;
  /**
   * Reads all digits of an input, in reading order.
   *
   * @param input A drawing's strokes, a picture or pixels.
   * @param options What else to answer with.
   */
  readNumber(input: Input, options?: ReadOptions): Promise<NumberAnswer>;
  /**
   * Reads all digits of each of up to 64 inputs, in one request.
   *
   * @param inputs The inputs; one that is wrong fails the request.
   * @param options What else to answer with.
   */
  readNumbers(
    inputs: Inputs,
    options?: ReadOptions,
  ): Promise<Results<ReadNumber>>;
  /**
   * Generates digits.
   *
   * @param options Which digits.
   */
  sample(options?: SampleOptions): Promise<Samples>;
  /**
   * Generates digits as one picture.
   *
   * @param options Which digits, and how the sheet looks.
   * @returns A PNG or SVG file.
   */
  sampleSheet(options?: SheetOptions): Promise<Blob>;
  /** The models in use: names, hashes, networks and measurements. */
  models(options?: RequestOptions): Promise<ModelsJson>;
}

/**
 * Creates a client.
 *
 * @param url The service's URL, with a path if a proxy serves it below one.
 * @param options Retries, headers, and another `fetch`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createClient } from "@inkling/inkling/client";
 *
 * // Stands for a service, for this example.
 * const fetch = () =>
 *   Promise.resolve(Response.json({
 *     seed: 1,
 *     model: "generator-00c0ffee",
 *     samples: [{ digit: 3, pixels: "AP8=" }],
 *   }));
 * const inkling = createClient("http://localhost:8000", { fetch });
 *
 * const { samples } = await inkling.sample({ digit: 3, seed: 1 });
 * assert.deepEqual(samples[0]?.pixels, Uint8Array.of(0, 255));
 * ```
 */
export function createClient(
  url: string | URL,
  options: SenderOptions = {},
): Client {
  const send = createSender(url, options);

  /** Posts inputs and reads the answer. */
  async function post<T>(
    { body, type }: RequestBody,
    { signal, ...query }: ReadOptions & { readonly mode?: "number" },
    read: (json: unknown) => T,
  ): Promise<T> {
    const response = await send(`recognize${queryOf(query)}`, {
      method: "POST",
      body,
      headers: type === null ? {} : { "Content-Type": type },
      ...(signal === undefined ? {} : { signal }),
    });
    return await readJson(response, read, signal);
  }

  async function get<T>(
    path: string,
    read: (json: unknown) => T,
    signal?: AbortSignal,
  ): Promise<T> {
    const response = await send(path, signal === undefined ? {} : { signal });
    return await readJson(response, read, signal);
  }

  return {
    recognize: async (input, options = {}) =>
      await post(bodyOfInput(input), options, DIGITS.one),
    recognizeAll: async (inputs, options = {}) =>
      await post(bodyOfInputs(inputs), options, DIGITS.all),
    readNumber: async (input, options = {}) =>
      await post(
        bodyOfInput(input),
        { ...options, mode: "number" },
        NUMBERS.one,
      ),
    readNumbers: async (inputs, options = {}) =>
      await post(
        bodyOfInputs(inputs),
        { ...options, mode: "number" },
        NUMBERS.all,
      ),
    sample: async ({ signal, ...options } = {}) =>
      await get(
        `sample${queryOf({ ...options, format: "json" })}`,
        readSamples,
        signal,
      ),
    async sampleSheet({ signal, ...options } = {}) {
      const query = queryOf({ format: "png", ...options });
      const response = await send(
        `sample${query}`,
        signal === undefined ? {} : { signal },
      );
      return await response.blob();
    },
    models: async ({ signal } = {}) =>
      await get("models", (json) => MODELS.read(json, ""), signal),
  };
}
