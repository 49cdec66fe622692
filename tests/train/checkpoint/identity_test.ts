import assert from "node:assert/strict";
import { identityDifferences } from "../../../train/checkpoint/identity.ts";

const run = {
  name: "gan",
  seed: 1,
  config: { epochs: 6, learningRate: 0.003 },
  network: { layers: [{ type: "dense" }] },
};

Deno.test("identityDifferences() ignores the number of epochs, and nothing else", () => {
  const cases: [object, string[]][] = [
    [run, []],
    [{ ...run, config: { ...run.config, epochs: 9 } }, []],
    [{ ...run, seed: 2 }, ["seed is 1, now 2"]],
    [{ ...run, config: { ...run.config, learningRate: 0.01 } }, [
      "config.learningRate is 0.003, now 0.01",
    ]],
    [{ ...run, backend: "wasm" }, ['backend is absent, now "wasm"']],
    [{ ...run, network: { layers: [] } }, [
      'network.layers is [{"type":"dense"}], now []',
    ]],
  ];
  for (const [other, differences] of cases) {
    assert.deepEqual(
      identityDifferences(JSON.stringify(run), JSON.stringify(other)),
      differences,
    );
  }
});
