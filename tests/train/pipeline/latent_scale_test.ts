import assert from "node:assert/strict";
import { makeDataset } from "../../../train/data/join.ts";
import { withBestLatents } from "../../../train/pipeline/latent_scale.ts";
import { presetConfig } from "../../../train/presets.ts";

Deno.test("withBestLatents() does not change the generator if there are too few images to compare with", async () => {
  const { gan, seed } = presetConfig("smoke");
  const parameters = new Map([["seed.weight", Float32Array.of(1)]]);
  const five = await makeDataset(5, (i) => i, () => new Uint8Array(784));
  const six = await makeDataset(6, (i) => i, () => new Uint8Array(784));
  const cases = [
    { gan, validation: five },
    { gan: { ...gan, evaluatedImages: 0 }, validation: six },
  ];
  for (const { gan, validation } of cases) {
    const request = {
      config: { gan, seed },
      data: { validation },
      say: (text: string) => assert.fail(text),
    };
    const found = await withBestLatents(request, parameters, new Uint8Array());
    assert.equal(found, parameters);
  }
});
