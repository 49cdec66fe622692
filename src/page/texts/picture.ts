/**
 * Texts of the feature "picture".
 *
 * @module
 */

/** The texts of the feature "picture". */
export const PICTURE = {
  title: "Read a picture",
  lead:
    "A photograph of a note, a screenshot, a scan. It is read in your browser and sent nowhere.",
  choose: "Choose a picture",
  photograph: "Take a photo",
  example: "Try an example",
  dropHint: "or drop one here, or paste it",
  touchHint: "Dark digits on plain paper work best.",
  reading: "Reading…",
  showInk: "Show the ink that was found",
  canvas: "The picture, with a box around each digit",
  stepsTitle: "How it gets to the network",
  steps: {
    reduced: "Reduced",
    card: "The card alone",
    dark: "Dark on light",
    ink: "Ink alone",
    lines: "Without lines",
    digit: "The digit alone",
    thickened: "A pen's width",
    seen: "28 × 28, centred",
  } as Readonly<Record<string, string>>,
  notAPicture: "Your browser cannot open this file as a picture.",
  noExample:
    "The example is written by the generator, which did not load. Are you online?",
  noReader: "The reader did not load. Are you online?",
  blank: "Nothing in it looks like ink.",
} as const;
