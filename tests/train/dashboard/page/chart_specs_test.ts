import assert from "node:assert/strict";
import { chartSpecs } from "../../../../train/dashboard/page/chart_specs.ts";
import { RunFolder } from "../../../../train/dashboard/run_folder.ts";
import { withFolder, writeRun } from "../fixture.ts";

Deno.test("chartSpecs() has both of the GAN's losses in one chart, and a recognizer's accuracy", () =>
  withFolder((folder) => {
    writeRun(folder);
    const charts = new RunFolder(folder).read().map((stage) =>
      chartSpecs(stage).map(({ title, lines, steps }) => [
        title,
        lines.map(({ label }) => label).join(),
        steps.length,
      ])
    );
    assert.deepEqual(charts, [[
      ["Losses", "generator,discriminator", 300],
      ["Gradient penalty", "penalty", 300],
      ["Fréchet distance", "distance", 3],
      ["Read as their label by the judge", "all digits,worst digit", 3],
      ["Precision and recall", "precision,recall", 3],
      ["Density and coverage", "density,coverage", 3],
      ["Images/s", "images/s", 300],
    ], [
      ["Loss", "loss", 100],
      ["Validation accuracy", "accuracy", 4],
      ["Images/s", "images/s", 100],
    ]]);
    return Promise.resolve();
  }));

Deno.test("chartSpecs() shows accuracies in full, as percentages up to 100", () =>
  withFolder((folder) => {
    writeRun(folder);
    const spec = new RunFolder(folder).read().flatMap(chartSpecs)
      .find(({ title }) => title === "Validation accuracy")!;
    assert.deepEqual(spec.steps, [25, 50, 75, 100]);
    assert.ok(spec.range[0] < 0.96 && spec.range[1] >= 0.99);
    assert.ok(spec.range[1] <= 1);
    assert.equal(spec.format(0.9946), "99.46 %");
    assert.equal(spec.formatRound(0.995), "99.5 %");
    return Promise.resolve();
  }));

Deno.test("chartSpecs() omits empty charts", () => {
  const stage = {
    name: "gan",
    step: 0,
    plan: null,
    curves: { width: 1, steps: [], seconds: [], losses: {} },
    measures: [],
    pictures: [],
  };
  assert.deepEqual(chartSpecs(stage), []);
});
