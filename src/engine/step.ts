/**
 * One step of a plan as the WASM module reads it: the same fields, in the same
 * order, as kernels/step.ts, and the numbers of its kernels.
 *
 * @module
 */

/** The kernels, by the number that kernels/main.ts knows them under. */
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

/** What a step is told; kernels/step.ts says what each field means. */
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
  /** Side of a pooling window, factor of a shuffle, rows of a convolution's kernel. */
  readonly size?: number;
  /** Words of 4 input bytes under one row of a convolution's kernel; of 16 for one output. */
  readonly words?: number;
  /** Address of weights, or of a table. */
  readonly weights?: number;
  /** Address of int32 biases, filled to a multiple of 4. */
  readonly bias?: number;
  /** Address of float32 multipliers, filled likewise. */
  readonly multipliers?: number;
  /** Address of a convolution's pixel table. */
  readonly pixels?: number;
  /** 1 if a convolution puts out scaled float32, 0 if codes. */
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

/** Steps as they lie in memory; what a step leaves out is 0. */
export function encodeSteps(steps: readonly Step[]): Int32Array {
  return Int32Array.from(
    steps.flatMap((step) => FIELDS.map((field) => step[field] ?? 0)),
  );
}
