/// <reference lib="dom" />
/**
 * One stage on the page: its progress, charts and pictures.
 *
 * @module
 */

import { byId, onColorSchemeChange } from "../../../src/page/base/dom.ts";
import type { RunStatus, StageData } from "../run_data.ts";
import { type Chart, createChart, isSameMake } from "./chart.ts";
import { type ChartSpec, chartSpecs } from "./chart_specs.ts";
import { createPicturesView } from "./pictures_view.ts";
import { stageFacts } from "./words.ts";

/** Creates the view; call the result with every change. */
export function createStageView(): (
  stage: StageData,
  status: RunStatus,
) => void {
  const section = byId("stage", HTMLElement);
  const progress = byId("progress", HTMLProgressElement);
  const facts = byId("facts", HTMLElement);
  const showPictures = createPicturesView();
  const showCharts = createChartsView(
    section.querySelector<HTMLElement>(".cards")!,
  );
  return (stage, status) => {
    section.hidden = false;
    section.dataset.stage = stage.name;
    progress.hidden = stage.plan === null;
    progress.value = stage.step / (stage.plan?.totalSteps ?? stage.step);
    facts.replaceChildren(
      ...stageFacts(stage, status).map(([name, value]) => pair(name, value)),
    );
    showCharts(stage);
    showPictures(stage);
  };
}

/** Keeps the charts that can show the new data, and recreates the others. */
function createChartsView(parent: HTMLElement): (stage: StageData) => void {
  let shown: { spec: ChartSpec; chart: Chart }[] = [];
  onColorSchemeChange(() => shown.forEach(({ chart }) => chart.redraw()));
  return (stage) => {
    const specs = chartSpecs(stage);
    const canStay = specs.length === shown.length &&
      specs.every((spec, i) => isSameMake(spec, shown[i]!.spec));
    if (canStay) {
      specs.forEach((spec, i) => shown[i]!.chart.update(spec));
      return;
    }
    for (const { chart } of shown) chart.remove();
    shown = specs.map((spec) => ({ spec, chart: createChart(spec, parent) }));
  };
}

function pair(name: string, value: string): HTMLElement {
  const group = document.createElement("div");
  const term = document.createElement("dt");
  const description = document.createElement("dd");
  term.textContent = name;
  description.textContent = value;
  group.append(term, description);
  return group;
}
