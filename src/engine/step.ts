/**
 * One step of a plan as the WASM module reads it: the same fields in the same
 * order as kernels/step.ts, and the kernels' numbers.
 *
 * @module
 */

/** Kernel numbers, as kernels/main.ts dispatches them. */
export const Kernel = {
  inputPixels: 0,
  inputCodes: 1,
  multiply: 2,
  maxPool: 3,
  averagePool: 4,
  pixelShuffle: 5,
  copyRows: 6,
  sigmoid: 7,
  logits: 8,
  output: 9,
  multiplySingle: 10,
} as const;

/** The parameters of a step; kernels/step.ts documents each field. */
export interface Step {
  /** Which kernel; one of {@linkcode Kernel}. */
  readonly kind: number;
  /** Address of the first image's input. */
  readonly input?: number;
  /** Bytes from one image's input to the next one's. */
  readonly inputImage?: number;
  /** Bytes from one row of the input to the next. */
  readonly inputRow?: number;
  /** Address of the first image's output. */
  readonly output?: number;
  /** Bytes from one image's output to the next one's. */
  readonly outputImage?: number;
  /** Bytes from one row of the output to the next. */
  readonly outputRow?: number;
  /** Rows of one image's output (an input step's: of its input). */
  readonly rows?: number;
  /** Pixels of such a row. */
  readonly columns?: number;
  /** Channels of one pixel. */
  readonly channels?: number;
  /**
   * Side of a pooling window, factor of a shuffle, or rows of a convolution
   * kernel.
   */
  readonly size?: number;
  /**
   * Words of 4 input bytes under one row of a convolution kernel; words of 16
   * for a layer with one output.
   */
  readonly words?: number;
  /** Address of weights or of a table. */
  readonly weights?: number;
  /** Address of int32 biases, padded to a multiple of 4. */
  readonly bias?: number;
  /** Address of float32 multipliers, padded likewise. */
  readonly multipliers?: number;
  /** Address of a convolution's pixel table. */
  readonly pixels?: number;
  /** 1 if a convolution outputs scaled float32, 0 if it outputs codes. */
  readonly floats?: number;
}

const FIELDS = [
  "kind",
  "input",
  "inputImage",
  "inputRow",
  "output",
  "outputImage",
  "outputRow",
  "rows",
  "columns",
  "channels",
  "size",
  "words",
  "weights",
  "bias",
  "multipliers",
  "pixels",
  "floats",
] as const;

/** Encodes steps as they lie in memory; an omitted field is 0. */
export function encodeSteps(steps: readonly Step[]): Int32Array {
  return Int32Array.from(
    steps.flatMap((step) => FIELDS.map((field) => step[field] ?? 0)),
  );
}
