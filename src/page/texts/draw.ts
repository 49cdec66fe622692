/**
 * Texts of the drawing square, its tools and the last drawings.
 *
 * @module
 */

import { COPY } from "./copy.ts";

/** The texts of the feature "draw". */
export const DRAW = {
  label: "Drawing",
  square: "Drawing square",
  hint: "Draw a digit, or a number",
  undo: "Undo",
  clear: "Clear",
  share: "Share",
  shared: COPY.linkCopied,
  notShared: COPY.refused,
  shareText: "I drew this on Inkling.",
  shareRead: (text: string) =>
    `I drew this, and Inkling read ${text}. What would it read of yours?`,
  keys:
    "<kbd>arrows</kbd> move the pen, <kbd>space</kbd> lowers and lifts it, <kbd>delete</kbd> clears",
  think: "See it think",
  emptied: "The square is empty.",
  penUp: "Pen up.",
  penDown: "Pen down.",
  past: "Your last drawings",
  pastHint: "What you clear is kept here, on this device alone.",
  more: "More to try",
  moreQuiz: "Real or made?",
  moreQuizText: "Ten digits. Five were never written by anybody.",
  moreNumber: "Write my number",
  moreNumberText: "Any date or phone number, in a hand that nobody has.",
  moreLearned: "How it learned",
  moreLearnedText: "From noise to digits, and those it still gets wrong.",
  forget: "Forget them",
  openPast: (text: string) =>
    text === "" ? "Open this drawing" : `Open the drawing read as ${text}`,
} as const;
