/**
 * Texts of the quiz.
 *
 * @module
 */

/** The texts of the feature "quiz". */
export const QUIZ = {
  title: "Real or made?",
  lead:
    "Five of these ten digits were written by people, five by the network on this page. Can you tell?",
  loading: "Loading the pictures…",
  failed: "The pictures did not load. Are you online?",
  retry: "Try again",
  question: (number: number, of: number) =>
    `Picture ${number} of ${of}: who wrote it?`,
  picture: (digit: number) => `A handwritten ${digit}`,
  real: "A person",
  made: "The network",
  keyReal: "real",
  keyMade: "made",
  next: "Next picture",
  toScore: "See your score",
  right: "Right.",
  wrong: "Wrong.",
  wasReal: (digit: number) =>
    `This ${digit} is real: one of the 10,000 test images of MNIST, written by a census worker or a student around 1990.`,
  wasMade: (digit: number) =>
    `This ${digit} was made: nobody ever wrote it, the network drew it from random numbers.`,
  score: (right: number, of: number) => `${right} of ${of}`,
  guessing: "Guessing gets 5 on average.",
  luck: (right: number, percent: string) =>
    `Guessing gets ${right} or more ${percent}% of the time.`,
  verdicts: {
    sure: "You can tell them apart.",
    better: "A little better than guessing.",
    guess: "No better than guessing: the network fooled you.",
    reversed:
      "Worse than guessing: you see a difference, but take it the wrong way round.",
  },
  network: (percent: number) =>
    `A network that was trained to tell them apart is right ${percent}% of the time.`,
  answers: "The ten pictures",
  answer: (
    digit: number,
    kind: "real" | "made",
    isRight: boolean,
  ) => `${digit}, ${kind}: you were ${isRight ? "right" : "wrong"}`,
  kinds: { real: "real", made: "made" },
  same: "More from its seed",
  again: "Ten more",
  share: "Share this quiz",
  shareText: (right: number, of: number) =>
    `I told ${right} of ${of} handwritten digits from made ones. Can you?`,
} as const;
