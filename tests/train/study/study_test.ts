/** A whole study of small noise: every arm once, and nothing twice. */

import assert from "node:assert/strict";
import { initBackend } from "../../../train/backend/mod.ts";
import { StoppedError } from "../../../train/errors.ts";
import { ARMS } from "../../../train/study/arms.ts";
import { StudyResults } from "../../../train/study/results.ts";
import { runStudy } from "../../../train/study/study.ts";
import { labelsInTurn, rows } from "../pipeline/gallery/rows.ts";

const settings = { steps: 12, ganSteps: 2, generatedShare: 0.5 };

Deno.test("runStudy() measures every arm, and continues where it was stopped", async () => {
  await initBackend("wasm");
  const folder = await Deno.makeTempDir();
  try {
    const stopping = new AbortController();
    const said: string[] = [];
    const study = async (signal: AbortSignal, stopAfter = Infinity) => {
      const results = await StudyResults.open(folder, settings);
      await runStudy(
        {
          labels: [20],
          seeds: 1,
          damagedImages: 2,
          pictures: [],
          data: {
            training: rows(1, labelsInTurn(60)),
            test: rows(2, labelsInTurn(50)),
          },
        },
        results,
        {
          folder,
          settings,
          backend: "wasm",
          workers: 1,
          signal,
          say: (line) => {
            said.push(line);
            if (said.length === stopAfter) stopping.abort();
          },
        },
      );
      return results.rows;
    };
    await assert.rejects(study(stopping.signal, 2), StoppedError);
    assert.equal(said.length, 2);
    const found = await study(new AbortController().signal);
    assert.equal(said.length, 4);
    assert.deepEqual(found.map(({ arm }) => arm), [...ARMS]);
    for (const { labels, seed, accuracy } of found) {
      assert.deepEqual([labels, seed], [20, 1]);
      assert.deepEqual(Object.keys(accuracy), [
        "test images",
        "damage by clients",
        "MNIST-C's damage",
      ]);
      for (const share of Object.values(accuracy)) {
        assert.ok(share >= 0 && share <= 1);
      }
    }
    // Rows at fixed places are learned in a few steps.
    assert.ok(found[0]!.accuracy["test images"]! > 0.3);
    // Finished: a third time there is nothing to do.
    await study(new AbortController().signal);
    assert.equal(said.length, 4);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
