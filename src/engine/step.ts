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
  conv: 2,
  dense: 3,
  maxPool: 4,
  averagePool: 5,
  pixelShuffle: 6,
  copyRows: 7,
  sigmoid: 8,
  logits: 9,
  output: 10,
} as const;

/** What a step is told; kernels/step.ts says what each field means. */
export interface Step {
  readonly kind: number;
  readonly input?: number;
  readonly inputImage?: number;
  readonly inputRow?: number;
  readonly output?: number;
  readonly outputImage?: number;
  readonly outputRow?: number;
  readonly rows?: number;
  readonly columns?: number;
  readonly channels?: number;
  readonly size?: number;
  readonly words?: number;
  readonly weights?: number;
  readonly bias?: number;
  readonly multipliers?: number;
  readonly pixels?: number;
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
