import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { roughen, ROUGHNESSES } from "../../../../train/data/effects/rough.ts";
import { makeSeven } from "./digit_fixture.ts";

Deno.test("each roughness changes a digit and keeps it in its range", () => {
  for (const rough of ROUGHNESSES) {
    for (let seed = 0; seed < 10; seed++) {
      const image = makeSeven();
      rough(image, new Random(seed));
      assert.ok(image.every((v) => v >= 0 && v <= 1), `${rough.name} ${seed}`);
      assert.notDeepEqual(image, makeSeven(), `${rough.name} ${seed}`);
    }
  }
});

Deno.test("roughen() uses every kind of damage, depending only on the stream", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 80; seed++) {
    const [once, again] = [makeSeven(), makeSeven()];
    roughen(once, new Random(seed));
    roughen(again, new Random(seed));
    assert.deepEqual(once, again);
    seen.add(once.join());
  }
  assert.ok(seen.size > 60, `${seen.size}`);
});
