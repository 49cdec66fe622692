/**
 * The operations to measure: those of the recognizer, the judge, the generator
 * and the discriminator, at their sizes.
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
  /** Creates the operands; call the result to run the operation once. */
  readonly prepare: () => () => tf.Tensor;
}

/** A convolution of one of the networks. */
interface Convolution {
  /** Rows and columns of its input. */
  readonly side: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Rows and columns of its kernel. */
  readonly kernel: number;
  readonly stride: number;
  /**
   * Images, relative to a worker's step: the discriminator sees real and
   * generated ones.
   */
  readonly share: number;
  /**
   * Whether it is a recognizer's first layer, whose input gradient is not
   * needed.
   */
  readonly first: boolean;
}

/** side, inputs, outputs, kernel, stride. */
function convolution(
  sizes: readonly [number, number, number, number, number],
  share = 1,
  first = false,
): Convolution {
  const [side, inputs, outputs, kernel, stride] = sizes;
  return { side, inputs, outputs, kernel, stride, share, first };
}

/** Convolutions that occur in two networks are listed once. */
const CONVOLUTIONS: readonly Convolution[] = [
  // The recognizer.
  convolution([28, 1, 24, 4, 2], 1, true),
  convolution([14, 24, 24, 3, 1]),
  convolution([7, 24, 48, 3, 1]),
  convolution([7, 48, 64, 3, 1]),
  convolution([3, 64, 64, 3, 1]),
  // The judge.
  convolution([28, 1, 16, 4, 1], 1, true),
  convolution([14, 16, 32, 3, 1]),
  convolution([14, 32, 32, 3, 1]),
  convolution([7, 32, 64, 3, 1]),
  convolution([7, 64, 64, 3, 1]),
  // The generator.
  convolution([7, 64, 128, 3, 1]),
  convolution([14, 32, 64, 3, 1]),
  convolution([14, 64, 64, 3, 1]),
  convolution([28, 16, 1, 5, 1]),
  // The discriminator.
  convolution([28, 1, 32, 4, 2], 2),
  convolution([14, 32, 64, 4, 2], 2),
];

/** rows, inner, columns, transpose the left, transpose the right. */
type Product = readonly [number, number, number, boolean, boolean];

/** The dense layers: the generator's, and the discriminator's larger one. */
function products(images: number): Product[] {
  const both = 2 * images;
  return [
    [images, 74, 1568, false, false],
    [74, images, 1568, true, false],
    [both, 6272, 128, false, false],
    [both, 128, 6272, false, true],
    [6272, both, 128, true, false],
  ];
}

/**
 * Lists the cases.
 *
 * @param images Images per worker step; the discriminator sees twice as many.
 */
export function kernelCases(images: number): KernelCase[] {
  return [
    ...CONVOLUTIONS.flatMap((c) => convolutionCases(images * c.share, c)),
    ...products(images).map(productCase),
  ];
}

function convolutionCases(
  batch: number,
  { side, inputs, outputs, kernel, stride, first }: Convolution,
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
    ...(first ? [] : [{
      name: `input gradient ${size}`,
      operations,
      prepare: () => {
        const { x, dy, filter } = operands();
        const inputShape = x.shape;
        return () => run("Conv2DBackpropInput", { dy, filter }, { inputShape });
      },
    }]),
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
