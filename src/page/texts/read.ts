/**
 * Texts of answers: how sure, what else it might be, who read it.
 *
 * @module
 */

import { aDigit } from "./article.ts";

/** The texts about what was read. */
export const READ = {
  answer: "Answer",
  empty: "Read while you draw",
  emptyHint: "One digit, or a whole number",
  sure: (share: string) => `${share} sure`,
  sureOfAll: (share: string) => `${share} sure of all of it`,
  unsureOfSome: "Not sure of every digit. The dashed ones may be wrong.",
  blank: "A little more ink, please.",
  several:
    "These may be several digits. A little more space between them helps.",
  notADigit: (digit: number) =>
    `That is no digit I know. If it is one, perhaps ${aDigit(digit)}.`,
  unsure: (digit: number, other: number) =>
    `Not sure: perhaps ${aDigit(digit)}, perhaps ${aDigit(other)}.`,
  /** In place of a digit. */
  unknown: "?",
  announceDigit: (digit: number, caption: string) =>
    `Read as ${digit}, ${caption}.`,
  announceNumber: (number: string, caption: string) =>
    `Read as the number ${number}, ${caption}.`,
  byServer: "Read by the server",
  byBrowser: (duration: string) => `Read in your browser, ${duration}`,
  staysHere: "Drawings stay in your browser",
  lessThanOne: "less than 1\u00a0ms",
  milliseconds: (text: string) => `${text}\u00a0ms`,
  seen: "What the model sees",
  seenLabel: "Your drawing as the model sees it",
  seenLeastSure: (digit: number) => `Least sure of this ${digit}`,
  bars: "Probability of each digit",
  barsOfNumber: "How sure it is of each digit of the number",
  badLink: "This link holds no drawing that can be opened.",
  second: {
    label: "Ask the server too",
    off: "Then the drawing is sent to it, to compare.",
    waiting: "Asking the server…",
    agrees: (text: string, duration: string) =>
      `The server reads ${text} too, with the same probabilities, in ${duration}.`,
    agreesUnread: (duration: string) =>
      `The server cannot read it either: the same probabilities, in ${duration}.`,
    differs: (text: string, share: string) =>
      `The server reads ${text}, ${share} sure: not the same.`,
    differsUnread: "The server cannot read it: not the same.",
  },
} as const;
