/**
 * One step of a plan as it lies in memory: 17 int32 that src/engine/plan.ts
 * writes. Which of them a step uses, and for what, its kernel's file says.
 */
@unmanaged
export class Step {
  /** Which kernel; see main.ts. */
  kind: i32;
  /** Address of the first image's input. */
  input: i32;
  /** Bytes from one image's input to the next one's. */
  inputImage: i32;
  /** Bytes from one row of the input to the next. */
  inputRow: i32;
  /** Address of the first image's output. */
  output: i32;
  /** Bytes from one image's output to the next one's. */
  outputImage: i32;
  /** Bytes from one row of the output to the next. */
  outputRow: i32;
  /** Rows of one image's output (an input step's: of its input). */
  rows: i32;
  /** Pixels of such a row. */
  columns: i32;
  /** Channels of one pixel. */
  channels: i32;
  /** Side of a pooling window, factor of a shuffle, rows of a convolution's kernel. */
  size: i32;
  /** Words of 4 input bytes under one row of a convolution's kernel; of 16 for one output. */
  words: i32;
  /** Address of weights, or of a table. */
  weights: i32;
  /** Address of int32 biases, one a channel, filled to a multiple of 4. */
  bias: i32;
  /** Address of float32 multipliers, filled likewise. */
  multipliers: i32;
  /** Address of a convolution's pixels; see conv.ts. */
  pixels: i32;
  /** 1 if a convolution puts out scaled float32, 0 if codes. */
  floats: i32;
}
