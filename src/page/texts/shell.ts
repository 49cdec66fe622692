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
  loadFailed: "This part did not load. Is there a connection?",
  retry: "Try again",
  privacy:
    "Drawings are read in your browser, wherever it can run the engine. No tracking.",
  aboutModels: "About the models",
} as const;
