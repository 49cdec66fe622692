/**
 * Texts of the page that stands in for one that needs the network.
 *
 * @module
 */

/** The texts of that page. */
export const OFFLINE = {
  title: "This page needs the network",
  text:
    "You seem to be offline. The documentation of the API is not kept on this device; everything else on Inkling works without a network.",
  retry: "Try again",
  back: "Back to Inkling",
} as const;
