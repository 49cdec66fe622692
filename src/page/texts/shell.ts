/**
 * Texts around the features: title, tabs, what is said when something fails to
 * load. Keys in page.html, such as `{{tagline}}`, are the plain texts here.
 *
 * @module
 */

/** The texts of the page's frame. */
export const SHELL = {
  lang: "en",
  name: "Inkling",
  title: (tab: string) => `${tab} · Inkling`,
  /** Also the title of the first tab. */
  documentTitle: "Inkling: handwritten digits, read and written",
  description:
    "Draw a digit and see it read as you draw, watch the network think, and see digits that nobody wrote.",
  /** What the picture of a link's preview shows. */
  preview:
    "A drawn three beside its answer: 3, with the probability of each digit.",
  tagline: "Reads the digits you draw, and writes its own.",
  noScript: "This page needs JavaScript, which is turned off here.",
  tabsLabel: "Features",
  tabs: {
    draw: "Draw",
    picture: "Picture",
    made: "Write",
    quiz: "Quiz",
    learned: "Learn",
  },
  opened: (tab: string) => `Opened ${tab}.`,
  loadFailed: "This part did not load. Are you online?",
  retry: "Try again",
  privacy:
    "Drawings are read in your browser. Where it cannot run the engine, the server reads them. No tracking.",
  api: "The API",
  aboutModels: "The models",
} as const;
