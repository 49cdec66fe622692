/**
 * Texts of "see it think".
 *
 * @module
 */

/** The texts of the part "think". */
export const THINK = {
  title: "How it reads",
  lead:
    "Draw, and watch. Each square is one thing that the network looks for, lit where it finds it.",
  empty: "Nothing to read yet. Draw a digit.",
  reads: (text: string, caption: string) => `Reads ${text}: ${caption}`,
  readsNumber: (text: string, digit: number) =>
    `Reads ${text}. Here is its ${digit}.`,
  steps: {
    strokes: "1. Your strokes",
    fine: "2. Fitted to 20\u00a0×\u00a020",
    seen: "3. Centred in 28\u00a0×\u00a028",
  },
  layer: (type: string, count: number, size: string) =>
    `${type}: ${count} maps of ${size}`,
  types: {
    conv2d: "Convolution",
    max_pool: "Maximum pool",
    global_average_pool: "Average pool",
    pixel_shuffle: "Pixel shuffle",
    dense: "Dense layer",
    reshape: "Reshape",
  },
  outputs:
    "What it all adds up to, for each digit, “not a digit” and “several”",
  outputLabels: ["none", "many"],
  figure: (text: string) => `${text}, as pictures`,
} as const;
