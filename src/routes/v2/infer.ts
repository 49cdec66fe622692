/**
 * `POST /v2/models/NAME/infer`: tensors in, tensors out, as JSON or as bytes
 * that follow it.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { readBody } from "../../http/body.ts";
import { type AnswerElsewhere, SHORT_BODY } from "../../http/elsewhere.ts";
import { jsonAnswer } from "../../http/json_answer.ts";
import { observedOf } from "../../http/observed.ts";
import type { Patience } from "../../http/patience.ts";
import { Problem } from "../../http/problem.ts";
import { JsonTypeError } from "../../json/error.ts";
import { divide, joined, moveElements, withElements } from "./binary.ts";
import type { OutputTensor, ServedModel } from "./models.ts";
import {
  elementsOf,
  INFERENCE_REQUEST,
  type InferenceRequest,
  type WantedOutput,
} from "./tensor.ts";

/** Header with the length of the JSON when tensor bytes follow it. */
export const LENGTH_HEADER = "Inference-Header-Content-Length";

/** Options of {@linkcode infer}. */
export interface InferOptions {
  /** Awaits a body. */
  readonly inTime: Patience["inTime"];
  /** The longest body that is read, in bytes. */
  readonly maxBody: number;
  /** Answers long requests; without it, they are answered like others. */
  readonly elsewhere?: AnswerElsewhere | undefined;
  /** The version in the answers. */
  readonly version: () => Promise<string>;
}

/**
 * Creates a handler that infers.
 *
 * @param name The model's name.
 * @param model The model.
 * @param options Limits, and where long requests are answered.
 */
export function infer(
  name: string,
  model: ServedModel,
  { inTime, maxBody, elsewhere, version }: InferOptions,
): Handler {
  return async (c) => {
    const body = await inTime(readBody(c.req.raw, maxBody));
    observedOf(c).bytesIn = body.length;
    if (elsewhere && body.length > SHORT_BODY) return elsewhere(c, body);
    const request = readRequest(body, c.req.header(LENGTH_HEADER));
    const elements = elementsOf(request.inputs[0]!, model.input);
    if (elsewhere && model.isLong(elements.length)) {
      return await elsewhere(c, body);
    }
    const { outputs, answers = [], ...rest } = await model.infer(
      elements,
      request.parameters ?? {},
    );
    observedOf(c).answers = answers;
    const answer = {
      model_name: name,
      model_version: await version(),
      ...(request.id === undefined ? {} : { id: request.id }),
      ...rest,
    };
    return answerWith(c, answer, choose(outputs, request));
  };
}

function readRequest(
  body: Uint8Array<ArrayBuffer>,
  length: string | undefined,
): InferenceRequest {
  if (length === undefined) return INFERENCE_REQUEST.read(parse(body), "");
  const { json, elements } = divide(body, length);
  const request = INFERENCE_REQUEST.read(parse(json), "");
  const input = withElements(request.inputs[0]!, elements);
  return { ...request, inputs: [input] };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw new Problem(400, "The body is not JSON in UTF-8", { cause });
  }
}

/** An output, and whether it is wanted as bytes. */
interface ChosenOutput {
  readonly output: OutputTensor;
  readonly isBinary: boolean;
}

/** The outputs that a request names, in its order; all if it names none. */
function choose(
  outputs: readonly OutputTensor[],
  { outputs: wanted = [], parameters = {} }: InferenceRequest,
): readonly ChosenOutput[] {
  const all = isSet(parameters, "/parameters", "binary_data_output") ?? false;
  if (wanted.length === 0) {
    return outputs.map((output) => ({ output, isBinary: all }));
  }
  return wanted.map(({ name, parameters = {} }, i) => {
    const at = `/outputs/${i}`;
    return {
      output: find(outputs, name, at),
      isBinary: isSet(parameters, `${at}/parameters`, "binary_data") ?? all,
    };
  });
}

function find(
  outputs: readonly OutputTensor[],
  name: string,
  at: string,
): OutputTensor {
  const output = outputs.find((candidate) => candidate.name === name);
  if (output !== undefined) return output;
  const known = outputs.map((candidate) => candidate.name).join(", ");
  throw new JsonTypeError(
    `${at}/name`,
    `is ${JSON.stringify(name.slice(0, 40))}, expected one of ${known}`,
  );
}

/** The value of an optional boolean parameter. */
function isSet(
  parameters: NonNullable<WantedOutput["parameters"]>,
  at: string,
  name: string,
): boolean | undefined {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : null;
  if (value === null) return undefined;
  if (typeof value === "boolean") return value;
  throw new JsonTypeError(`${at}/${name}`, "is not true or false");
}

/** The answer in JSON, or JSON and the bytes of outputs. */
function answerWith(
  c: Context,
  answer: object,
  chosen: readonly ChosenOutput[],
): Response {
  const outputs = chosen.map(({ output }) => output);
  if (!chosen.some(({ isBinary }) => isBinary)) {
    return jsonAnswer(c, { ...answer, outputs });
  }
  const moved = moveElements(outputs, chosen.map(({ isBinary }) => isBinary));
  const text = JSON.stringify({ ...answer, outputs: moved.outputs });
  const json = new TextEncoder().encode(text);
  const body = joined([json, ...moved.elements]);
  return c.body(body, 200, {
    "Content-Type": "application/octet-stream",
    "Content-Length": String(body.length),
    [LENGTH_HEADER]: String(json.length),
  });
}
