/**
 * Tensors in the JSON of the Open Inference Protocol.
 *
 * @see {@link https://github.com/kserve/open-inference-protocol | Open Inference Protocol}
 * @module
 */

import { JsonRangeError, JsonTypeError } from "../../json/error.ts";
import { object, optional, record } from "../../json/object.ts";
import {
  anything,
  integer,
  list,
  type Schema,
  string,
} from "../../json/schema.ts";

/** A tensor of a request. */
export interface TensorJson {
  /** The input's name. */
  readonly name: string;
  /** Its shape. */
  readonly shape: number[];
  /** The type of its elements. */
  readonly datatype: string;
  /**
   * Its elements, row-major, flat or nested by shape; absent if they follow the
   * JSON as bytes.
   */
  readonly data?: unknown;
  /** `binary_data_size`: the bytes that follow. Others are ignored. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** An output that is wanted. */
export interface WantedOutput {
  /** Its name. */
  readonly name: string;
  /** `binary_data`: whether it is wanted as bytes. Others are ignored. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A request for inference. */
export interface InferenceRequest {
  /** Comes back in the answer. */
  readonly id?: string;
  /** Parameters for the model. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The inputs: each model here has one. */
  readonly inputs: TensorJson[];
  /** The outputs that are wanted; all if absent. */
  readonly outputs?: WantedOutput[];
}

const PARAMETERS = optional(record(anything));

/** The JSON of a request for inference. */
export const INFERENCE_REQUEST: Schema<InferenceRequest> = object({
  id: optional(string()),
  parameters: PARAMETERS,
  inputs: list(
    object({
      name: string(),
      shape: list(integer(1, 4096), { least: 1, most: 4, what: "sizes" }),
      datatype: string(),
      data: optional(anything),
      parameters: PARAMETERS,
    }, "ignored"),
    { least: 1, most: 1, what: "inputs" },
  ),
  outputs: optional(
    list(object({ name: string(), parameters: PARAMETERS }, "ignored"), {
      least: 0,
      most: 16,
      what: "outputs",
    }),
  ),
}, "ignored");

/** What a model expects of its input. */
export interface TensorSpec {
  /** Its name. */
  readonly name: string;
  /** The type of its elements. */
  readonly datatype: string;
  /** Accepted shapes, without the number of examples. */
  readonly shapes: readonly (readonly number[])[];
  /** The most examples. */
  readonly most: number;
  /** The greatest element; the least is 0, and all are whole. */
  readonly high: number;
}

/**
 * Checks a request's input and returns its elements.
 *
 * @param tensor The input.
 * @param spec What it should be.
 * @returns The elements, row-major.
 * @throws {JsonTypeError | JsonRangeError} if it is something else.
 */
export function elementsOf(
  { name, shape, datatype, data }: TensorJson,
  spec: TensorSpec,
): number[] {
  const at = "/inputs/0";
  if (name !== spec.name) {
    throw new JsonTypeError(`${at}/name`, `is ${name}, expected ${spec.name}`);
  }
  if (datatype !== spec.datatype) {
    const found = `is ${datatype.slice(0, 40)}, expected ${spec.datatype}`;
    throw new JsonTypeError(`${at}/datatype`, found);
  }
  const [count, ...rest] = shape;
  const fits = spec.shapes.some((sizes) => `${sizes}` === `${rest}`);
  if (!fits || count! > spec.most) {
    const shapes = spec.shapes.map((sizes) => `[${["n", ...sizes]}]`);
    throw new JsonRangeError(
      `${at}/shape`,
      `is [${shape}], expected ${shapes.join(" or ")}, n up to ${spec.most}`,
    );
  }
  const elements = Array.isArray(data) ? data.flat(3) : [];
  const length = shape.reduce((product, size) => product * size, 1);
  if (elements.length !== length) {
    throw new JsonRangeError(
      `${at}/data`,
      `has ${elements.length} elements, expected ${length}`,
    );
  }
  const element = integer(0, spec.high);
  return elements.map((value, i) => element.read(value, `${at}/data/${i}`));
}
