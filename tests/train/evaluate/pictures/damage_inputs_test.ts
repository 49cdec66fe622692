import assert from "node:assert/strict";
import { subset } from "../../../../train/data/dataset.ts";
import { loadMnist } from "../../../../train/data/mnist.ts";
import { CLIENT_DAMAGES } from "../../../../train/evaluate/damage/client/mod.ts";
import { damagedInputs } from "../../../../train/evaluate/pictures/damage_inputs.ts";

const { test } = await loadMnist();
const digits = subset(test, [0, 1, 2]);

Deno.test("damagedInputs() damages the first digits in each way, the same for the same seed", async () => {
  const [first, again, other] = [
    await Array.fromAsync(damagedInputs(digits, 2, 5)),
    await Array.fromAsync(damagedInputs(digits, 2, 5)),
    await Array.fromAsync(damagedInputs(digits, 2, 6)),
  ];
  assert.deepEqual(
    first.map(([kind]) => kind),
    [...CLIENT_DAMAGES.keys()].map((name) => `damage: ${name}`),
  );
  for (const [, inputs] of first) {
    assert.deepEqual(
      inputs.map(({ label }) => label),
      [...digits.labels.slice(0, 2)],
    );
  }
  assert.deepEqual(again, first);
  assert.notDeepEqual(other, first);
});

Deno.test("damagedInputs() has no more than the dataset", async () => {
  for await (const [, inputs] of damagedInputs(digits, 10, 1)) {
    assert.equal(inputs.length, 3);
  }
});
