import assert from "node:assert/strict";
import {
  readResults,
  storedOr,
} from "../../../../train/pipeline/ablation/stored.ts";

const result = { wrong: [1, 2], auroc: 0.97, rejected: 0.9 };

Deno.test("storedOr() trains once for the same settings, and again for others", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/runs/ablation.json`;
    let trained = 0;
    const train = () => {
      trained++;
      return Promise.resolve({ ...result, wrong: [trained] });
    };
    await storedOr(path, { seed: 1, epochs: 2 }, train);
    assert.deepEqual(
      (await storedOr(path, { seed: 1, epochs: 2 }, train)).wrong,
      [1],
    );
    assert.deepEqual(
      (await storedOr(path, { seed: 2, epochs: 2 }, train)).wrong,
      [2],
    );
    assert.equal(trained, 2);
    assert.equal((await readResults(path)).size, 2);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("storedOr() stores nothing if training fails", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/ablation.json`;
    await assert.rejects(
      storedOr(path, {}, () => Promise.reject(new Error("out of memory"))),
      /out of memory/,
    );
    assert.equal((await readResults(path)).size, 0);
    assert.deepEqual(
      await storedOr(path, {}, () => Promise.resolve(result)),
      result,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
