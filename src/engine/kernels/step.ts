/**
 * One step of a plan as it lies in memory: 17 int32, written by
 * src/engine/plan.ts. Each kernel's file says which of them it uses and for
 * what.
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
  /** Rows of one image's output (for an input step, of its input). */
  rows: i32;
  /** Pixels per row. */
  columns: i32;
  /** Channels per pixel. */
  channels: i32;
  /**
   * Side of a pooling window, factor of a shuffle, or rows of a convolution
   * kernel.
   */
  size: i32;
  /**
   * Words of 4 input bytes under one row of a convolution kernel; words of 16
   * for a layer with one output.
   */
  words: i32;
  /** Address of weights or of a table. */
  weights: i32;
  /** Address of int32 biases, one per channel, padded to a multiple of 4. */
  bias: i32;
  /** Address of float32 multipliers, padded likewise. */
  multipliers: i32;
  /** Address of a convolution's pixel table; see conv.ts. */
  pixels: i32;
  /** 1 if a convolution outputs scaled float32, 0 if it outputs codes. */
  floats: i32;
}
