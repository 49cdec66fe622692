/**
 * Texts about copying and sharing.
 *
 * @module
 */

/** What is said after a button that copies or shares was pressed. */
export const COPY = {
  copied: "Copied",
  linkCopied: "Link copied",
  refused: "Not allowed",
} as const;
