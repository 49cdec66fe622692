/**
 * Texts of the generated digits.
 *
 * @module
 */

/** The texts of the feature "made". */
export const MADE = {
  title: "Digits it wrote",
  lead:
    "Nobody wrote these: a small network did, from a seed. The same seed writes the same digits again.",
  digit: "Digit to write",
  any: "Any",
  seed: "Seed",
  newSeed: "New digits",
  copyLink: "Copy link",
  savePng: "Save PNG",
  sheet: "Generated digits",
  badSeed: (most: number) => `A seed is a whole number from 0 to ${most}.`,
} as const;
