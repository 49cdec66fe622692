/// <reference lib="dom" />
/**
 * One stage on the page: its progress, charts and pictures.
 *
 * @module
 */

import { byId, onColorSchemeChange } from "../../../src/page/base/dom.ts";
import type { RunStatus, StageData } from "../run_data.ts";
import { type Chart, createChart, isSameMake } from "./chart.ts";
import type { ChartSpec } from "./chart_spec.ts";
import { chartSpecs } from "./chart_specs.ts";
import { createGalleryView } from "./gallery_view.ts";
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
  const notes = byId("notes", HTMLElement);
  const showPictures = createPicturesView();
  const showGallery = createGalleryView();
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
    showGallery(stage);
    const said = stage.measures.flatMap(({ note }) => note ?? []);
    notes.hidden = said.length === 0;
    notes.replaceChildren(...said.map(listItem));
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

function listItem(text: string): HTMLElement {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
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
