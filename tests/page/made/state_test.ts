import assert from "node:assert/strict";
import fc from "fast-check";
import {
  hundredths,
  linkFromState,
  type MadeState,
  numberFromText,
  oneDigit,
  stateFromLink,
} from "../../../src/page/made/state.ts";
import { formatLink, parseLink } from "../../../src/page/shell/link.ts";

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const digit = fc.integer({ min: 0, max: 9 });

const states: fc.Arbitrary<MadeState> = fc.record({
  digit: fc.option(digit),
  seed,
  spread: share,
  style: fc.option(seed),
  at: fc.tuple(share, share),
  to: digit,
  share,
  number: fc.stringMatching(/^\d{1,20}( \d{1,20})?$/),
}, { noNullPrototype: true });

Deno.test("stateFromLink() reads what linkFromState() wrote", () => {
  fc.assert(
    fc.property(states, (state) => {
      const hash = formatLink(linkFromState(state));
      assert.deepEqual(stateFromLink(parseLink(hash), 0), state);
    }),
    { seed: 1 },
  );
});

Deno.test("stateFromLink() ignores fields that it cannot read", () => {
  const usual = stateFromLink({}, 5);
  const broken = parseLink(
    "#digit=12&seed=-1&spread=1.5&style=x&at=0.5&to=a&share=.&number=12a",
  );
  assert.deepEqual(stateFromLink(broken, 5), usual);
  assert.deepEqual(
    stateFromLink(parseLink("#at=2,0.5&spread=&seed=4294967296"), 5),
    usual,
  );
  assert.equal(usual.seed, 5);
});

Deno.test("linkFromState() leaves defaults out", () => {
  assert.deepEqual(linkFromState(stateFromLink({}, 5)), { seed: "5" });
});

Deno.test("oneDigit() is the chosen digit, or a usual one", () => {
  assert.equal(oneDigit(stateFromLink({ digit: "0" }, 5)), 0);
  assert.equal(oneDigit(stateFromLink({}, 5)), 3);
});

Deno.test("numberFromText() takes dates and telephone numbers", () => {
  const cases: [string, string | null][] = [
    ["2026", "2026"],
    ["+49 30 / 123-4567", "49 30 123 4567"],
    ["12:30", "12 30"],
    ["1,234.50", "1 234 50"],
    ["(555) 010-9999", "555 010 9999"],
    ["1'000", "1 000"],
    ["1".repeat(40), "1".repeat(40)],
    ["1".repeat(41), null],
    ["", null],
    ["+", null],
    ["1e3", null],
    ["٣", null],
  ];
  for (const [text, number] of cases) {
    assert.equal(numberFromText(text), number, text);
  }
});

Deno.test("hundredths() rounds and stays between 0 and 1", () => {
  assert.deepEqual([0.123, 0.999, 1.2, -1].map(hundredths), [0.12, 1, 1, 0]);
});
