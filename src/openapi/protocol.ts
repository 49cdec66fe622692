/**
 * The Open Inference Protocol's paths in the OpenAPI document.
 *
 * @module
 */

import { LENGTH_HEADER } from "../routes/v2/infer.ts";
import { INFERENCE_REQUEST } from "../routes/v2/tensor.ts";
import { BINARY, type Part, reason, retryAfter } from "./responses.ts";
import type { RefusalStatus } from "../http/status.ts";

const TAG = { tags: ["Open Inference Protocol"] };

/** An object whose members are described, and required. */
function record(properties: Part, optional: Part = {}): Part {
  const required = Object.keys(properties);
  return {
    type: "object",
    properties: { ...properties, ...optional },
    required,
  };
}

const TEXT = { type: "string" };
const FLAG = { type: "boolean" };
const SHAPE = { type: "array", items: { type: "integer" } };
const list = (items: Part): Part => ({ type: "array", items });

/** What a model takes or returns. */
const TENSORS = list(record({ name: TEXT, datatype: TEXT, shape: SHAPE }));

const SERVER = record({
  name: TEXT,
  version: TEXT,
  extensions: list(TEXT),
});

const METADATA = record({
  name: TEXT,
  versions: list(TEXT),
  platform: TEXT,
  inputs: TENSORS,
  outputs: TENSORS,
});

const INFERENCE = record({
  model_name: TEXT,
  model_version: TEXT,
  outputs: list(record({
    name: TEXT,
    datatype: TEXT,
    shape: SHAPE,
    data: { type: "array" },
  })),
}, { id: TEXT, parameters: { type: "object" } });

const READY_MODEL = record({ name: TEXT, ready: FLAG, live: FLAG });

const ERROR = record({ error: TEXT });

/** A request for inference of each model. */
const EXAMPLES = {
  generator: {
    summary: "Two digits",
    value: {
      id: "two digits",
      parameters: { seed: 1 },
      inputs: [{ name: "digits", shape: [2], datatype: "INT64", data: [3, 7] }],
    },
  },
  recognizer: {
    summary: "An image",
    value: {
      inputs: [{
        name: "images",
        shape: [1, 784],
        datatype: "UINT8",
        // A one: a bar of ink.
        data: Array.from({ length: 784 }, (_, i) => {
          const [x, y] = [i % 28, Math.floor(i / 28)];
          return x >= 12 && x < 16 && y >= 4 && y < 24 ? 255 : 0;
        }),
      }],
    },
  },
};

/** The paths of the protocol, in the document's form. */
export const PROTOCOL_PATHS: Part = {
  "/v2": {
    get: get("serverMetadata", "Name and version", SERVER, {
      503: refusal(503),
    }),
  },
  "/v2/health/live": {
    get: get("serverLive", "Whether the server runs", record({ live: FLAG })),
  },
  "/v2/health/ready": {
    get: get(
      "serverReady",
      "Whether both models are ready",
      record({ ready: FLAG, live: FLAG }),
      { 503: notReady(record({ ready: FLAG, live: FLAG })) },
    ),
  },
  ...modelPaths("recognizer", "Read images"),
  ...modelPaths("generator", "Generate digits"),
};

/**
 * The paths of a model. They are listed by name because there are only two
 * models.
 */
function modelPaths(model: keyof typeof EXAMPLES, summary: string): Part {
  const path = `/v2/models/${model}`;
  return {
    [path]: {
      get: get(`${model}Metadata`, `The ${model}'s tensors`, METADATA, {
        503: refusal(503),
      }),
    },
    [`${path}/ready`]: {
      get: get(
        `${model}Ready`,
        `Whether the ${model} is ready`,
        READY_MODEL,
        { 503: notReady(READY_MODEL) },
      ),
    },
    [`${path}/infer`]: {
      post: {
        ...TAG,
        operationId: `${model}Infer`,
        summary,
        parameters: [{
          name: LENGTH_HEADER,
          in: "header",
          description:
            "The length of the JSON in the body, if tensor elements follow it as bytes.",
          schema: { type: "integer", minimum: 0 },
        }],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: INFERENCE_REQUEST.json,
              examples: { [model]: EXAMPLES[model] },
            },
            "application/octet-stream": { schema: BINARY },
          },
        },
        responses: {
          200: {
            description: "The outputs; as bytes if the request asks for them.",
            headers: {
              [LENGTH_HEADER]: {
                description:
                  "The length of the JSON, if elements follow as bytes.",
                schema: { type: "integer" },
              },
            },
            content: {
              "application/json": { schema: INFERENCE },
              "application/octet-stream": { schema: BINARY },
            },
          },
          ...Object.fromEntries(
            ([400, 408, 413, 415, 429, 503] as const)
              .map((status) => [status, refusal(status)]),
          ),
        },
      },
    },
  };
}

function get(
  operationId: string,
  summary: string,
  schema: Part,
  others: Part = {},
): Part {
  const responses = { 200: answer(`${summary}.`, schema), ...others };
  return { ...TAG, operationId, summary, responses };
}

function answer(description: string, schema: Part): Part {
  return { description, content: { "application/json": { schema } } };
}

/** The answer of what is not ready, or a refusal by the service. */
function notReady(schema: Part): Part {
  return {
    description: "A model is not ready, or the service is stopping.",
    ...retryAfter(503),
    content: {
      "application/json": { schema },
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
      },
    },
  };
}

/**
 * A refusal in the protocol's form, or in the service's if the request does not
 * get that far.
 */
function refusal(status: RefusalStatus): Part {
  return {
    description: reason(status),
    ...retryAfter(status),
    content: {
      "application/json": { schema: ERROR },
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
      },
    },
  };
}
