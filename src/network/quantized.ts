/**
 * The quantized model: a network description with int8 weights and the scales
 * that give them meaning, to and from a safetensors file.
 *
 * Tensors: `<layer>.weight` I8, packed (see packing.ts); `<layer>.weight_scale`
 * F32 and `<layer>.bias` I32, one an output; `sigmoid_table` U8 where the
 * network ends in a sigmoid; `self_test.input` and `self_test.output` where
 * there is a test vector. Metadata: `format`, `network` and `quantization`, the
 * last two JSON; everything else is the trainer's and passed on.
 *
 * This file computes nothing with the weights (that is the engine's) and does
 * not choose scales (that is the quantizer's, in train/).
 *
 * @module
 */

import {
  isWeighted,
  type NetworkDescription,
  type ShapedLayer,
  shapedLayers,
  shapeSize,
  type WeightedLayer,
} from "./description.ts";
import { packedShape, weightGeometry } from "./packing.ts";
import { parseDescription } from "./parse.ts";
import { type QuantizedLayer, quantizedLayers } from "./quantized_layers.ts";
import {
  readSafetensors,
  type Tensor,
  type TensorData,
  writeSafetensors,
} from "./safetensors.ts";
import { SIGMOID_ENTRIES } from "./arithmetic.ts";

/** How the bytes given to a network become its first codes. */
export interface InputQuantization {
  /**
   * `pixels`: bytes 0 to 255, coded by `pixelCode`, with scale 1/127 and zero
   * point 0. `codes`: codes 0 to 127 as they are.
   */
  readonly encoding: "pixels" | "codes";
  /** Real value of one step of a code. */
  readonly scale: number;
  /** The code that stands for 0. */
  readonly zeroPoint: number;
}

/** A weighted layer's numbers. */
export interface QuantizedWeights {
  /** Packed, `packedShape` of the layer's geometry. */
  readonly weight: Int8Array;
  /** Real value of weight 1, one an output. */
  readonly weightScale: Float32Array;
  /** In units of input scale times weight scale, one an output. */
  readonly bias: Int32Array;
}

/** An input and the output that the engine must give for it, bit for bit. */
export interface SelfTest {
  /** As many bytes as the network takes. */
  readonly input: Uint8Array;
  /** Logits or pixel bytes, whichever the network puts out. */
  readonly output: Float32Array | Uint8Array;
}

/** A network that the engine runs. */
export interface QuantizedModel {
  /** Batch norm folded. */
  readonly description: NetworkDescription;
  /** How its input is coded. */
  readonly input: InputQuantization;
  /** Scale of the codes after each ReLU and each global average pool, by layer. */
  readonly outputScales: ReadonlyMap<string, number>;
  /** By layer. */
  readonly weights: ReadonlyMap<string, QuantizedWeights>;
  /** Pixel byte by sigmoid index, if the network ends in a sigmoid. */
  readonly sigmoidTable?: Uint8Array;
  /** A check that the engine works where it runs. */
  readonly selfTest?: SelfTest;
  /** What else the file says of itself: when it was trained, on what, how well. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** Value of `format` in the metadata of our files. */
export const FORMAT = "inkling-int8-1";

const OWN_METADATA = ["format", "network", "quantization"];

/**
 * Writes a model. The same model gives the same bytes.
 *
 * @throws {TypeError} if the engine could not run it, naming the layer.
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
  const { encoding, scale, zeroPoint } = model.input;
  const quantization = {
    input: { encoding, scale, zero_point: zeroPoint },
    output_scales: Object.fromEntries(model.outputScales),
  };
  const metadata = new Map(model.metadata);
  metadata.set("format", FORMAT);
  metadata.set("network", JSON.stringify(model.description));
  metadata.set("quantization", JSON.stringify(quantization));
  return writeSafetensors({ tensors, metadata });
}

/**
 * Reads a model and checks all of it: what this returns, the engine can run.
 * Its tensors are views into `bytes`.
 *
 * @throws {SyntaxError} if the file or the JSON in it cannot be parsed.
 * @throws {TypeError} if something is missing or of the wrong type, or a layer
 *   is one that the engine has no kernel for.
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
  const description = parseDescription(readJson(file.metadata, "network"));
  const { input, outputScales } = parseQuantization(
    readJson(file.metadata, "quantization"),
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

/** The layers of a network that have weights, with their shapes. */
export function weightedLayers(
  description: NetworkDescription,
): ShapedLayer<WeightedLayer>[] {
  return shapedLayers(description).filter(
    (shaped): shaped is ShapedLayer<WeightedLayer> => isWeighted(shaped.layer),
  );
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

/** Takes a tensor off the list, checking its type and, if given, its shape. */
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

function parseQuantization(
  json: unknown,
): { input: InputQuantization; outputScales: Map<string, number> } {
  const { input, output_scales: scales } = asObject(json, "quantization");
  const { encoding, scale, zero_point: zeroPoint } = asObject(input, "input");
  if (encoding !== "pixels" && encoding !== "codes") {
    throw new TypeError(
      `input encoding is ${JSON.stringify(encoding)}, ` +
        `expected "pixels" or "codes"`,
    );
  }
  const outputScales = new Map<string, number>();
  for (const [name, value] of Object.entries(asObject(scales, "scales"))) {
    outputScales.set(name, asNumber(value, `output scale "${name}"`));
  }
  return {
    input: {
      encoding,
      scale: asNumber(scale, "input scale"),
      zeroPoint: asNumber(zeroPoint, "input zero point"),
    },
    outputScales,
  };
}

function asObject(json: unknown, what: string): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new TypeError(`${what} is not a JSON object`);
  }
  return json as Record<string, unknown>;
}

function asNumber(json: unknown, what: string): number {
  if (typeof json !== "number") {
    throw new TypeError(
      `${what} is ${JSON.stringify(json)}, expected a number`,
    );
  }
  return json;
}
