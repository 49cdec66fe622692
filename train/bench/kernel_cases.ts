/**
 * The operations whose speed is reported: those of the reference network, of
 * the discriminator and of the generator, at the sizes they have there.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** One operation at one size. */
export interface KernelCase {
  /** Operation and size, as reported. */
  readonly name: string;
  /** Floating-point operations of the plain algorithm, for the whole batch. */
  readonly operations: number;
  /** Makes the operands; call the result to run the operation once. */
  readonly prepare: () => () => tf.Tensor;
}

/** side, inputs, outputs, kernel, stride. */
type Convolution = readonly [number, number, number, number, number];

const CONVOLUTIONS: readonly Convolution[] = [
  [28, 1, 16, 3, 1],
  [28, 16, 16, 3, 1],
  [14, 16, 32, 3, 1],
  [14, 32, 32, 3, 1],
  [7, 32, 64, 3, 1],
  [7, 64, 64, 3, 1],
  [28, 1, 32, 4, 2],
  [14, 64, 96, 4, 2],
  [28, 16, 1, 3, 1],
  [14, 32, 32, 5, 1],
];

/** rows, inner, columns, transpose the left, transpose the right. */
type Product = readonly [number, number, number, boolean, boolean];

const PRODUCTS: readonly Product[] = [
  [128, 74, 3136, false, false],
  [74, 128, 3136, true, false],
  [128, 3136, 128, false, false],
  [128, 128, 3136, false, true],
];

/**
 * Lists the cases.
 *
 * @param batch Images in each convolution.
 */
export function kernelCases(batch: number): KernelCase[] {
  return [
    ...CONVOLUTIONS.flatMap((c) => convolutionCases(batch, c)),
    ...PRODUCTS.map(productCase),
  ];
}

function convolutionCases(
  batch: number,
  [side, inputs, outputs, kernel, stride]: Convolution,
): KernelCase[] {
  const out = side / stride;
  const operations = 2 * batch * out * out * kernel * kernel * inputs * outputs;
  const size = `${side}x${side}x${inputs} to ${outputs}, ${kernel}x${kernel}` +
    (stride === 1 ? "" : `/${stride}`);
  const shared = { strides: stride, pad: "same", dataFormat: "NHWC" };
  const run = (
    kernelName: string,
    inputs: tf.NamedTensorMap,
    attributes: object,
  ) =>
    tf.engine().runKernel(
      kernelName,
      inputs,
      { ...shared, ...attributes } as unknown as tf.NamedAttrMap,
    ) as tf.Tensor;
  const operands = () => ({
    x: tf.randomUniform([batch, side, side, inputs]),
    dy: tf.randomUniform([batch, out, out, outputs]),
    filter: tf.randomUniform([kernel, kernel, inputs, outputs]),
  });
  return [
    {
      name: `conv ${size}`,
      operations,
      prepare: () => {
        const { x, filter } = operands();
        return () => run("Conv2D", { x, filter }, { dilations: 1 });
      },
    },
    {
      name: `input gradient ${size}`,
      operations,
      prepare: () => {
        const { x, dy, filter } = operands();
        const inputShape = x.shape;
        return () => run("Conv2DBackpropInput", { dy, filter }, { inputShape });
      },
    },
    {
      name: `filter gradient ${size}`,
      operations,
      prepare: () => {
        const { x, dy, filter } = operands();
        const filterShape = filter.shape;
        return () => run("Conv2DBackpropFilter", { x, dy }, { filterShape });
      },
    },
  ];
}

function productCase(
  [rows, inner, columns, transposeA, transposeB]: Product,
): KernelCase {
  const marks = [transposeA ? "'" : "", transposeB ? "'" : ""];
  return {
    name: `matmul ${rows}x${inner}${marks[0]} by ${inner}x${columns}${
      marks[1]
    }`,
    operations: 2 * rows * inner * columns,
    prepare: () => {
      const a = tf.randomUniform(transposeA ? [inner, rows] : [rows, inner]);
      const b = tf.randomUniform(
        transposeB ? [columns, inner] : [inner, columns],
      );
      return () => tf.matMul(a, b, transposeA, transposeB);
    },
  };
}
