/**
 * Texts of the drawing square and the answer.
 *
 * @module
 */

/** The texts of the feature "draw". */
export const DRAW = {
  label: "Drawing",
  square: "Drawing square",
  hint: "Draw a digit",
  undo: "Undo",
  clear: "Clear",
  keys:
    "<kbd>arrows</kbd> move the pen, <kbd>space</kbd> lowers and lifts it, <kbd>delete</kbd> clears",
  answer: "Answer",
  emptyCaption: "Read while you draw",
  seen: "What the model sees",
  seenLabel: "Your drawing as the model sees it",
  bars: "Probability of each digit",
} as const;
