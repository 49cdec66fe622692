import assert from "node:assert/strict";
import type { CheckupMeasures } from "../../../train/gan/checkup.ts";
import { Choice, MOST_ROLLBACKS } from "../../../train/gan/choice.ts";
import { GOOD } from "./measures.ts";

/** A verdict at a step whose discriminator loss was `loss` all along. */
function judge(
  choice: Choice,
  step: number,
  change: Partial<CheckupMeasures> = {},
  loss = 0.6,
) {
  choice.addLoss(loss);
  return choice.judge(step, { ...GOOD, ...change });
}

Deno.test("Choice.judge() keeps the healthy generator with the least distance", () => {
  const choice = new Choice(0.1);
  assert.equal(judge(choice, 1).best, true);
  assert.equal(judge(choice, 2, { frechet_distance: 2.1 }).best, false);
  assert.equal(judge(choice, 3, { frechet_distance: 1.9 }).best, true);
  // Nearer, but no longer ten digits.
  const sick = { frechet_distance: 1, least_agreement: 0.1 };
  assert.equal(judge(choice, 4, sick).best, false);
  assert.equal(choice.bestStep, 3);
  assert.equal(choice.healthyStep, 3);
});

Deno.test("Choice.judge() names what is wrong", () => {
  for (
    const [change, loss, word] of [
      [{ least_agreement: 0.42 }, 0.6, "42.0 % of some digit"],
      [{ coverage: 0.2 }, 0.6, "coverage is 20.0 %"],
      [{}, 0.01, "loss is 0.010"],
      [{ least_agreement: NaN }, 0.6, "NaN"],
    ] as const
  ) {
    const choice = new Choice(0.1);
    judge(choice, 1);
    const { complaint, rollBack } = judge(choice, 2, change, loss);
    assert.ok(complaint?.includes(word), complaint);
    assert.equal(rollBack, true);
  }
});

Deno.test("Choice.judge() does not go back if nothing was healthy", () => {
  const choice = new Choice(0.1);
  const verdict = judge(choice, 1, { least_agreement: 0.1 });
  assert.equal(verdict.rollBack, false);
  assert.equal(choice.rollbacks, 0);
});

Deno.test("Choice.judge() goes back only a few times", () => {
  const choice = new Choice(0.1);
  judge(choice, 1);
  const sick = { least_agreement: 0.1 };
  for (let i = 0; i < MOST_ROLLBACKS; i++) {
    assert.equal(judge(choice, 2 + i, sick).rollBack, true);
  }
  assert.equal(judge(choice, 9, sick).rollBack, false);
  assert.equal(choice.rollbacks, MOST_ROLLBACKS);
});

Deno.test("Choice.judge() uses only the losses since the last checkup", () => {
  const choice = new Choice(0.1);
  for (let i = 0; i < 100; i++) choice.addLoss(0.7);
  judge(choice, 100);
  for (let i = 0; i < 100; i++) choice.addLoss(0.001);
  assert.ok(judge(choice, 200, {}, 0.001).complaint?.includes("loss"));
});

Deno.test("Choice.restore() continues exactly", () => {
  const choice = new Choice(0.1);
  judge(choice, 1);
  judge(choice, 2, { least_agreement: 0.1 });
  choice.addLoss(0.05);
  const resumed = new Choice(0.1);
  resumed.restore(choice.state());
  assert.deepEqual(
    judge(resumed, 3, {}, 0.05),
    judge(choice, 3, {}, 0.05),
  );
  assert.deepEqual(resumed.state(), choice.state());
  assert.throws(() => resumed.restore(undefined), TypeError);
});
