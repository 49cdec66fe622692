/**
 * Compares the answer in the page with the server's.
 *
 * It receives the recognizer and the view, so it can be tested without a
 * browser.
 *
 * @module
 */

import { failureText } from "../base/request.ts";
import { Latest } from "../base/latest.ts";
import { READ } from "../texts/read.ts";
import { durationText, percent, readText, stateOf } from "./answer.ts";
import type { Answer, Read, StrokeRecognizer } from "./recognizer.ts";

/** Options of {@linkcode createSecondOpinion}. */
export interface SecondOpinionOptions {
  /** The server. */
  readonly server: StrokeRecognizer;
  /** Shows the comparison. */
  readonly show: (text: string) => void;
  /** Whether the device believes it has a network. */
  readonly isOnline: () => boolean;
  /** The clock, in milliseconds. */
  readonly now: () => number;
}

/** Asks the server about drawings that the page has read. */
export interface SecondOpinion {
  /** Asks about a drawing; an earlier question is dropped. */
  ask(read: Read): void;
  /** Drops the question. */
  cancel(): void;
}

/**
 * Whether two answers are the same, to the last decimal that is sent.
 *
 * @param one An answer.
 * @param other Another answer to the same drawing.
 */
export function areSame(one: Answer, other: Answer): boolean {
  return one.digit === other.digit &&
    one.rejected === other.rejected && one.reason === other.reason &&
    one.probabilities.every((p, digit) => p === other.probabilities[digit]) &&
    one.number?.text === other.number?.text &&
    one.number?.confidence === other.number?.confidence;
}

/**
 * The comparison in words.
 *
 * @param mine The page's answer.
 * @param theirs The server's.
 * @param milliseconds How long the server took, the way included.
 */
export function compareText(
  mine: Answer,
  theirs: Answer,
  milliseconds: number,
): string {
  const text = stateOf(theirs) === "unknown" ? null : readText(theirs);
  const { agrees, agreesUnread, differs, differsUnread } = READ.second;
  if (areSame(mine, theirs)) {
    const duration = durationText(milliseconds);
    return text === null ? agreesUnread(duration) : agrees(text, duration);
  }
  if (text === null) return differsUnread;
  return differs(text, percent((theirs.number ?? theirs).confidence, 1));
}

/**
 * Creates the comparison.
 *
 * @param options The server and the view.
 */
export function createSecondOpinion(
  { server, show, isOnline, now }: SecondOpinionOptions,
): SecondOpinion {
  const latest = new Latest<Read, string>({
    run: async ({ strokes, answer }, signal) => {
      const start = now();
      const theirs = await server.recognizeStrokes(strokes, signal);
      return compareText(answer, theirs, now() - start);
    },
    onResult: show,
    onError: (error) => show(failureText(error, isOnline())),
    soon: (callback) => {
      callback();
      return () => {};
    },
  });
  return {
    ask(read) {
      show(READ.second.waiting);
      latest.settle(read);
    },
    cancel: () => latest.cancel(),
  };
}
