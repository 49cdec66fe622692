/**
 * `POST /recognize`: pixels, pictures or strokes in, answers out.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { setMetric } from "hono/timing";
import { MAX_BODY_BYTES } from "../http/body.ts";
import { type AnswerElsewhere, LongWork } from "../http/elsewhere.ts";
import { observedOf } from "../http/observed.ts";
import { fieldProblem } from "../http/problem.ts";
import {
  boolean,
  integer,
  oneOf,
  queryOf,
  type QueryValues,
  readQuery,
} from "../http/query.ts";
import type { CompiledDecoders } from "../image/decode.ts";
import { CLASSES, IMAGE_PIXELS } from "../network/numbers.ts";
import { once } from "../once.ts";
import type { Recognizer } from "../recognizer.ts";
import { createBodyReader } from "./inputs/body.ts";
import { createDigitForm } from "./inputs/digit_form.ts";

/** The query, by name. */
export const RECOGNIZE_QUERY = {
  mode: oneOf("digit", "number"),
  top: integer(1, CLASSES),
  explain: boolean,
  normalize: boolean,
};

/** What a query asks for. */
type Query = QueryValues<typeof RECOGNIZE_QUERY>;

/** Options of {@linkcode recognize}. */
export interface RecognizeOptions {
  /**
   * Maximum body in bytes.
   *
   * @default 2 MiB
   */
  readonly maxBody?: number;
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTime?: number | undefined;
  /** Compiled picture decoders. */
  readonly decoders?: CompiledDecoders;
  /** Answers long requests; without it, they are answered like others. */
  readonly elsewhere?: AnswerElsewhere | undefined;
}

/**
 * Creates a handler that reads the digits in a request's body.
 *
 * @param recognizer Reads the digits.
 * @param options Limits, and where long requests are answered.
 */
export function recognize(
  recognizer: Recognizer,
  { maxBody = MAX_BODY_BYTES, bodyTime, decoders = {}, elsewhere }:
    RecognizeOptions = {},
): Handler {
  const handsOver = elsewhere !== undefined;
  const read = createBodyReader({ maxBody, bodyTime, decoders, handsOver });
  const digitForm = createDigitForm(false);
  const explainedForm = createDigitForm(true);
  const loadNumbers = once(() => import("./inputs/number_form.ts"));
  const loadDetails = once(() => import("./details.ts"));

  /** One digit of each input. */
  async function digits(c: Context, { normalize, top, explain }: Query) {
    const { inputs, isList } = await read(
      c,
      explain ? explainedForm : digitForm,
      normalize,
    );
    const start = performance.now();
    const answers = recognizer.recognize(
      joined(inputs.map(({ pixels }) => pixels)),
    );
    setMetric(c, "recognize", performance.now() - start, "", 3);
    if (top === undefined && !explain) return { results: answers, isList };
    const { createDetails } = await loadDetails();
    const detailsOf = await createDetails(top, explain);
    const results = answers.map((answer, i) => ({
      ...answer,
      ...detailsOf(answer, inputs[i]!.pixels, inputs[i]!.steps),
    }));
    return { results, isList };
  }

  /** All digits of each input. */
  async function numbers(c: Context, { normalize, top, explain }: Query) {
    if (normalize === false) {
      throw fieldProblem(
        400,
        "/query/normalize",
        "is false; numbers are always read through the image path",
      );
    }
    const { createNumberForm } = await loadNumbers();
    const { createDetails } = await loadDetails();
    const detailsOf = await createDetails(top, explain);
    const form = createNumberForm(recognizer, detailsOf);
    const { inputs, isList } = await read(c, form, normalize);
    return { results: inputs, isList };
  }

  return async (c) => {
    const query = readOptions(c);
    let answers;
    try {
      answers =
        await (query.mode === "number" ? numbers(c, query) : digits(c, query));
    } catch (error) {
      if (!(error instanceof LongWork) || !elsewhere) throw error;
      return await elsewhere(c, error.body);
    }
    const { results, isList } = answers;
    const model = recognizer.info.name;
    const text = JSON.stringify(
      isList ? { results, model } : { ...results[0]!, model },
    );
    const observed = observedOf(c);
    observed.answers = results;
    observed.bytesOut = text.length;
    return c.body(text, 200, { "Content-Type": "application/json" });
  };
}

/**
 * Reads the query. Most requests have none, and parsing an empty one takes 3
 * us.
 */
function readOptions(c: Context): Query {
  return c.req.url.includes("?") ? readQuery(queryOf(c), RECOGNIZE_QUERY) : {};
}

/** Concatenates digit images; a single one is not copied. */
function joined(images: readonly Uint8Array[]): Uint8Array {
  if (images.length === 1) return images[0]!;
  const pixels = new Uint8Array(images.length * IMAGE_PIXELS);
  images.forEach((image, i) => pixels.set(image, i * IMAGE_PIXELS));
  return pixels;
}
