/**
 * Writes a quantized model to a safetensors file, and reads it back.
 *
 * Tensors: `<layer>.weight` I8, packed (see packing.ts); `<layer>.weight_scale`
 * F32 and `<layer>.bias` I32, one per output; `sigmoid_table` U8 if the network
 * ends in a sigmoid; `self_test.input` and `self_test.output` if there is a
 * test vector. Metadata: `format`, `network` and `quantization`, the last two
 * JSON; other entries come from the trainer and are passed through.
 *
 * This file computes nothing with the weights (the engine does) and does not
 * choose scales (the quantizer in train/ does).
 *
 * @module
 */

import { SIGMOID_ENTRIES } from "./arithmetic.ts";
import { shapeSize } from "./shapes.ts";
import { packedShape, weightGeometry } from "./packing.ts";
import { parseDescription } from "./parse.ts";
import { formatQuantization, parseQuantization } from "./quantization_json.ts";
import { type QuantizedLayer, quantizedLayers } from "./quantized_layers.ts";
import {
  type QuantizedModel,
  type QuantizedWeights,
  type SelfTest,
  weightedLayers,
} from "./quantized_model.ts";
import {
  readSafetensors,
  type Tensor,
  type TensorData,
  writeSafetensors,
} from "./safetensors.ts";

export type {
  InputQuantization,
  QuantizedModel,
  QuantizedWeights,
  SelfTest,
} from "./quantized_model.ts";
export { weightedLayers } from "./quantized_model.ts";

/** Value of `format` in the metadata of model files. */
export const FORMAT = "inkling-int8-1";

const OWN_METADATA = ["format", "network", "quantization"];

/**
 * Writes a model. The same model always produces the same bytes.
 *
 * @throws {TypeError} if the engine could not run it; the message names the
 *   layer.
 * @throws {RangeError} if a tensor does not fit the description.
 */
export function writeQuantizedModel(
  model: QuantizedModel,
): Uint8Array<ArrayBuffer> {
  requireSupported(model);
  const tensors = new Map<string, Tensor>();
  for (const shaped of weightedLayers(model.description)) {
    const { name } = shaped.layer;
    const { weight, weightScale, bias } = model.weights.get(name)!;
    const shape = packedShape(weightGeometry(shaped));
    tensors.set(`${name}.weight`, { shape, data: weight });
    setVector(tensors, `${name}.weight_scale`, weightScale);
    setVector(tensors, `${name}.bias`, bias);
  }
  if (model.sigmoidTable) {
    setVector(tensors, "sigmoid_table", model.sigmoidTable);
  }
  if (model.selfTest) {
    setVector(tensors, "self_test.input", model.selfTest.input);
    setVector(tensors, "self_test.output", model.selfTest.output);
  }
  const metadata = new Map(model.metadata);
  metadata.set("format", FORMAT);
  metadata.set("network", JSON.stringify(model.description));
  metadata.set("quantization", formatQuantization(model));
  return writeSafetensors({ tensors, metadata });
}

/**
 * Reads a model and checks all of it: the engine can run whatever this returns.
 * Tensors are views into `bytes`.
 *
 * @throws {SyntaxError} if the file or its JSON cannot be parsed.
 * @throws {TypeError} if something is missing or of the wrong type, or the
 *   engine has no kernel for a layer.
 * @throws {RangeError} if a size or a number is out of range.
 */
export function readQuantizedModel(bytes: Uint8Array): QuantizedModel {
  const file = readSafetensors(bytes);
  const format = file.metadata.get("format");
  if (format !== FORMAT) {
    throw new TypeError(
      `model file has format ${JSON.stringify(format)}, expected "${FORMAT}"`,
    );
  }
  const description = parseDescription(
    readJson(file.metadata, "network"),
    "/network",
  );
  const { input, outputScales } = parseQuantization(
    readJson(file.metadata, "quantization"),
    "/quantization",
  );
  const unread = new Map(file.tensors);
  const weights = new Map<string, QuantizedWeights>();
  for (const shaped of weightedLayers(description)) {
    const { name } = shaped.layer;
    const geometry = weightGeometry(shaped);
    const vector = [geometry.outputs];
    weights.set(name, {
      weight: take(unread, `${name}.weight`, Int8Array, packedShape(geometry)),
      weightScale: take(unread, `${name}.weight_scale`, Float32Array, vector),
      bias: take(unread, `${name}.bias`, Int32Array, vector),
    });
  }
  const metadata = new Map(file.metadata);
  for (const name of OWN_METADATA) metadata.delete(name);
  const model: QuantizedModel = {
    description,
    input,
    outputScales,
    weights,
    metadata,
    ...takeOptional(unread),
  };
  for (const name of unread.keys()) {
    throw new TypeError(`model file has an unknown tensor "${name}"`);
  }
  requireSupported(model);
  return model;
}

function requireSupported(model: QuantizedModel): void {
  const last = quantizedLayers(model).at(-1);
  if (model.selfTest && last) requireSelfTest(model, model.selfTest, last);
}

function requireSelfTest(
  { description }: QuantizedModel,
  { input, output }: SelfTest,
  { outputShape, outputKind }: QuantizedLayer,
): void {
  const found = [input.length, output.length, output.constructor.name];
  const wanted = [
    shapeSize(description.inputShape),
    shapeSize(outputShape),
    outputKind === "logits" ? "Float32Array" : "Uint8Array",
  ];
  if (found.join() !== wanted.join()) {
    throw new RangeError(
      `self-test goes from ${found[0]} values to a ${found[2]} of ${
        found[1]
      }, ` +
        `expected ${wanted[0]}, ${wanted[2]} and ${wanted[1]}`,
    );
  }
}

function takeOptional(
  unread: Map<string, Tensor>,
): { sigmoidTable?: Uint8Array; selfTest?: SelfTest } {
  const table = unread.has("sigmoid_table") && {
    sigmoidTable: take(unread, "sigmoid_table", Uint8Array, [SIGMOID_ENTRIES]),
  };
  const given = unread.get("self_test.output");
  const selfTest = given && {
    selfTest: {
      input: take(unread, "self_test.input", Uint8Array),
      output: given.data instanceof Float32Array
        ? take(unread, "self_test.output", Float32Array)
        : take(unread, "self_test.output", Uint8Array),
    },
  };
  return { ...table, ...selfTest };
}

function setVector(
  tensors: Map<string, Tensor>,
  name: string,
  data: TensorData,
): void {
  tensors.set(name, { shape: [data.length], data });
}

/** Takes a tensor off the list and checks its type and, if given, its shape. */
function take<D extends TensorData>(
  unread: Map<string, Tensor>,
  name: string,
  type: new (length: number) => D,
  shape?: readonly number[],
): D {
  const tensor = unread.get(name);
  if (tensor === undefined) {
    throw new TypeError(`model file has no tensor "${name}"`);
  }
  unread.delete(name);
  if (!(tensor.data instanceof type)) {
    throw new TypeError(
      `tensor "${name}" is a ${tensor.data.constructor.name}, expected ${type.name}`,
    );
  }
  if (shape && shape.join() !== tensor.shape.join()) {
    throw new RangeError(
      `tensor "${name}" has shape [${tensor.shape.join(", ")}], ` +
        `expected [${shape.join(", ")}]`,
    );
  }
  return tensor.data;
}

function readJson(
  metadata: ReadonlyMap<string, string>,
  name: string,
): unknown {
  const text = metadata.get(name);
  if (text === undefined) {
    throw new TypeError(`model file has no metadata "${name}"`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`metadata "${name}" is not JSON`, { cause: error });
  }
}
