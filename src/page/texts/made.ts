/**
 * Texts of the made digits.
 *
 * @module
 */

/** The texts of the feature "made". */
export const MADE = {
  title: "Digits it wrote",
  lead: "Nobody wrote these: a small network did, just now, in your browser.",
  loading: "Loading the generator…",
  failed: "The generator did not load. Are you online?",
  retry: "Try again",
  digit: "Digit to write",
  any: "Any",
  seed: "Seed",
  seedHint: "The same seed always writes the same digits.",
  newSeed: "New digits",
  newSeedSaid: (seed: number) => `New digits, seed ${seed}.`,
  spread: "Variety",
  spreadHint: "100%: as different as people write. 0%: all average.",
  spreadValue: (percent: number) => `${percent}%`,
  style: "One hand",
  styleHint: "As if one person had written them all.",
  styleNumber: "Number of the hand",
  newStyle: "Another hand",
  newStyleOf: "for the number",
  newStyleSaid: (style: number) => `Another hand, number ${style}.`,
  share: "Share",
  shareText: "Handwriting that nobody wrote: a small network did.",
  savePng: "Save PNG",
  saveSvg: "Save SVG",
  sheet: "Generated digits",
  digits: (digits: readonly number[]) =>
    `Generated digits: ${digits.join(", ")}`,
  badSeed: (most: number) => `A seed is a whole number from 0 to ${most}.`,

  handTitle: "Drag through handwriting",
  handLead:
    "A hand in each corner, a mixture anywhere else. Drag, or use the arrow keys.",
  handPad: "Square of hands: move with the arrow keys",
  handPlace: (digit: number, x: number, y: number) =>
    `${digit}, ${x}% to the right, ${y}% down`,
  newHands: "Four other hands",
  newHandsSaid: "Four other hands.",

  morphTitle: "From one digit into another",
  morphLead: "The same hand all the way. Play it, or drag.",
  morphFrom: "From",
  morphTo: "To",
  morphShare: "How far",
  morphValue: (from: number, to: number, percent: number) =>
    `${percent}% of the way from ${from} to ${to}`,
  play: "Play",
  pause: "Pause",

  numberTitle: "A number in one hand",
  numberLead:
    "A date, a telephone number, a price: it writes up to 40 digits. Points, signs and spaces become gaps.",
  numberField: "Number",
  badNumber: (most: number) =>
    `A number has 1 to ${most} digits, and no letters.`,
  numberPicture: (number: string) => `${number}, written by hand`,

  call: "The same from the API",
  callOf: (picture: string) => `The same from the API (${picture})`,
  callNote:
    "It answers in white on black, as networks read; what you save here is ink on white paper.",
  /** Which picture a control belongs to, for screen readers. */
  pictures: {
    wall: "all digits",
    number: "the number",
    hand: "the digit of this hand",
    morph: "the digit on its way",
  },
  callLanguage: "Language",
  languages: { curl: "curl", fetch: "fetch", swift: "Swift" },
  copyCall: "Copy",
} as const;
