/**
 * The OpenAPI 3.1 document, generated from the schemas that check requests.
 *
 * @module
 */

import { ANSWER } from "../contract/answer.ts";
import { NUMBER_ANSWER } from "../contract/number_answer.ts";
import { PROBLEM } from "../contract/problem.ts";
import { SAMPLES } from "../contract/samples.ts";
import { object } from "../json/object.ts";
import { type JsonSchema, list, string } from "../json/schema.ts";
import { IMAGE_PIXELS } from "../network/numbers.ts";
import { MAX_INPUTS } from "../routes/inputs/limits.ts";
import { RECOGNIZE_QUERY } from "../routes/recognize.ts";
import { SAMPLE_QUERY } from "../routes/sample_query.ts";
import { FORMATS } from "../routes/sample_format.ts";
import { LICENSE, VERSION } from "../release.ts";
import { INPUT_EXAMPLES } from "./examples.ts";
import { GUIDE, RECOGNIZE_GUIDE } from "./guide.ts";
import { BODY } from "./inputs.ts";
import { OPERATION_PATHS } from "./operation.ts";
import { parameters, type QueryTexts } from "./parameters.ts";
import { PROTOCOL_PATHS } from "./protocol.ts";
import { BINARY, json, type Part, refusals } from "./responses.ts";

const RECOGNIZE_TEXTS: QueryTexts<typeof RECOGNIZE_QUERY> = {
  mode: ["What an input shows: one digit, or a number in lines.", "number"],
  top: ["Adds this many of the most probable digits.", 3],
  explain: [
    "Adds the 28x28 image that the network saw and the picture after each step, PNGs in base64.",
    true,
  ],
  normalize: [
    "For raw bytes: sends them through the image path. Everything else always goes through it.",
    true,
  ],
};

const SAMPLE_TEXTS: QueryTexts<typeof SAMPLE_QUERY> = {
  digit: ["Which digit; random ones if absent.", 3],
  to: ["A digit that `digit` turns into.", undefined],
  share: ["How far: 0 at `digit`, 1 at `to`; 0.5 if absent.", undefined],
  count: ["How many digits.", 5],
  text: [
    "A number to write in one hand, as one picture: png or svg. Spaces are gaps.",
    "2026",
  ],
  seed: ["The same seed, query and model return the same bytes.", 1],
  spread: ["How far from the average hand, 0 to 1.", 0.7],
  style: ["One hand for all digits; the seed varies it a little.", 7],
  latent: [
    "The latent of all digits, as `latents=true` returns it, instead of one drawn from seed, spread and style.",
    undefined,
  ],
  latents: [
    "Adds the latent of each digit: bytes from 0 to 127, in base64.",
    true,
  ],
  format: ["The format, instead of `Accept`.", "json"],
  scale: ["Pictures: width of a digit's pixel in pixels.", 2],
  columns: ["Sheets: digits in a row.", 10],
  model: ["Pins the model: with another one, the answer is 409.", undefined],
};

/** The answer to one input, or `results` of several. */
const ANSWERS: JsonSchema = {
  anyOf: [ANSWER, NUMBER_ANSWER].flatMap((members) => [
    object({ ...members, model: string() }).json,
    object({
      results: list(object(members), {
        least: 1,
        most: MAX_INPUTS,
        what: "answers",
      }),
      model: string(),
    }).json,
  ]),
};

const RECOGNIZE: Part = {
  tags: ["Digits"],
  operationId: "recognize",
  summary: "Read digits",
  description: RECOGNIZE_GUIDE,
  parameters: parameters(RECOGNIZE_QUERY, RECOGNIZE_TEXTS),
  requestBody: {
    required: true,
    content: {
      "application/json": {
        schema: BODY,
        examples: INPUT_EXAMPLES,
      },
      "image/png": { schema: BINARY },
      "image/jpeg": { schema: BINARY },
      "image/webp": { schema: BINARY },
      "application/octet-stream": {
        schema: {
          ...BINARY,
          description: `1 to ${MAX_INPUTS} images of ${IMAGE_PIXELS} bytes, ` +
            "row-major 28x28, 0 paper, 255 ink",
        },
      },
      "multipart/form-data": {
        schema: {
          type: "object",
          required: ["image"],
          properties: {
            image: {
              type: "array",
              items: BINARY,
              minItems: 1,
              maxItems: MAX_INPUTS,
            },
          },
        },
      },
    },
  },
  responses: {
    200: json("The answer, or `results` in the order of the inputs.", ANSWERS),
    ...refusals(400, 406, 408, 413, 415, 422, 429, 503),
  },
};

const SAMPLE: Part = {
  tags: ["Digits"],
  operationId: "sample",
  summary: "Generate digits",
  parameters: parameters(SAMPLE_QUERY, SAMPLE_TEXTS),
  responses: {
    200: {
      description: "The digits.",
      headers: {
        "X-Digits": {
          description: "The digits' labels.",
          schema: { type: "string" },
        },
        "Content-Location": {
          description: "A URL that names seed and model.",
          schema: { type: "string" },
        },
      },
      content: {
        [FORMATS.json]: { schema: SAMPLES.json },
        [FORMATS.png]: { schema: BINARY },
        [FORMATS.svg]: { schema: { type: "string" } },
        [FORMATS.raw]: { schema: BINARY },
      },
    },
    304: { description: "`If-None-Match` names the current answer." },
    ...refusals(400, 406, 409, 429, 503),
  },
};

/** The document, as JSON. */
export const DOCUMENT: Part = {
  openapi: "3.1.0",
  info: {
    title: "Inkling",
    version: VERSION,
    description: GUIDE,
    license: { name: LICENSE, identifier: LICENSE },
  },
  servers: [{ url: "/" }],
  paths: {
    "/recognize": { post: RECOGNIZE },
    "/sample": { get: SAMPLE },
    ...OPERATION_PATHS,
    ...PROTOCOL_PATHS,
  },
  tags: [
    { name: "Digits" },
    { name: "Operation" },
    { name: "Open Inference Protocol" },
  ],
  components: { schemas: { Problem: PROBLEM.json } },
};
