/**
 * Texts of the drawing square, its tools and the last drawings.
 *
 * @module
 */

/** The texts of the feature "draw". */
export const DRAW = {
  label: "Drawing",
  square: "Drawing square",
  hint: "Draw a digit, or a number",
  undo: "Undo",
  clear: "Clear",
  share: "Share",
  shared: "Link copied",
  notShared: "Not allowed",
  keys:
    "<kbd>arrows</kbd> move the pen, <kbd>space</kbd> lowers and lifts it, <kbd>delete</kbd> clears",
  think: "See it think",
  penUp: "Pen up.",
  penDown: "Pen down.",
  past: "Your last drawings",
  pastHint: "What you clear is kept here, on this device alone.",
  forget: "Forget them",
  openPast: (text: string) =>
    text === "" ? "Open this drawing" : `Open the drawing read as ${text}`,
} as const;
