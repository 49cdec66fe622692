/**
 * An ONNX graph under construction: nodes and initializers with fresh names.
 *
 * It knows the file format (https://onnx.ai/onnx/repo-docs/IR.html), but no
 * networks.
 *
 * @module
 */

import onnxProto from "onnx-proto";

const { AttributeProto, ModelProto, TensorProto } = onnxProto.onnx;

/** An attribute's value: an integer, a list of them, or a string. */
export type Attribute = number | readonly number[] | string;

/** Numbers stored in a graph. */
export type Constant =
  | Float32Array
  | Int32Array
  | BigInt64Array
  | Int8Array
  | Uint8Array;

/** Opset version: the first with per-channel quantization. */
const OPERATORS = 13;

/** The file format version of that opset. */
const FORMAT = 7;

/** A graph with one float input and one float output. */
export class Graph {
  readonly #nodes: onnxProto.onnx.INodeProto[] = [];
  readonly #constants: onnxProto.onnx.ITensorProto[] = [];

  /**
   * Adds a node.
   *
   * @param inputs Names of values.
   * @returns The name of its output.
   */
  node(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    const name = `${operator}_${this.#nodes.length}`;
    this.#nodes.push({
      name,
      opType: operator,
      input: [...inputs],
      output: [name],
      attribute: Object.entries(attributes).map(toAttribute),
    });
    return name;
  }

  /**
   * Adds a constant.
   *
   * @param dims Its shape; empty for a single number.
   * @returns Its name.
   */
  constant(data: Constant, dims: readonly number[]): string {
    const name = `constant_${this.#constants.length}`;
    this.#constants.push({
      name,
      dims: [...dims],
      dataType: dataTypeOf(data),
      rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    });
    return name;
  }

  /**
   * The graph as the bytes of an ONNX file. Dimensions of -1 are the batch.
   *
   * @param output Name of the output value, renamed to `output`.
   */
  encode(
    name: string,
    inputShape: readonly number[],
    output: string,
    outputShape: readonly number[],
  ): Uint8Array {
    this.#nodes.push({
      opType: "Identity",
      input: [output],
      output: ["output"],
    });
    return ModelProto.encode({
      irVersion: FORMAT,
      producerName: "inkling",
      opsetImport: [{ domain: "", version: OPERATORS }],
      graph: {
        name,
        node: this.#nodes,
        initializer: this.#constants,
        input: [toValue("input", inputShape)],
        output: [toValue("output", outputShape)],
      },
    }).finish();
  }
}

function toAttribute(
  [name, value]: [string, Attribute],
): onnxProto.onnx.IAttributeProto {
  const { AttributeType } = AttributeProto;
  if (typeof value === "number") {
    return { name, type: AttributeType.INT, i: value };
  }
  if (typeof value === "string") {
    const s = new TextEncoder().encode(value);
    return { name, type: AttributeType.STRING, s };
  }
  return { name, type: AttributeType.INTS, ints: [...value] };
}

function dataTypeOf(data: Constant): number {
  const { DataType } = TensorProto;
  if (data instanceof Float32Array) return DataType.FLOAT;
  if (data instanceof Int32Array) return DataType.INT32;
  if (data instanceof BigInt64Array) return DataType.INT64;
  return data instanceof Int8Array ? DataType.INT8 : DataType.UINT8;
}

function toValue(
  name: string,
  shape: readonly number[],
): onnxProto.onnx.IValueInfoProto {
  const dim = shape.map((side) =>
    side < 0 ? { dimParam: "batch" } : { dimValue: side }
  );
  const elemType = TensorProto.DataType.FLOAT;
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}
