/// <reference lib="dom" />
/**
 * The dashboard's entry point: shows the run embedded in the page, or follows
 * the one on the server.
 *
 * Nothing imports it; `deno task generate` bundles it into page.js.
 *
 * @module
 */

import { byId } from "../../../src/page/base/dom.ts";
import type { RunData, RunStatus, StageData } from "../run_data.ts";
import { createStageView } from "./stage_view.ts";
import { stageName, statusText } from "./words.ts";

const runText = byId("run", HTMLElement);
const statusLine = byId("status", HTMLElement);
const empty = byId("empty", HTMLElement);
const choice = byId("stages", HTMLFieldSetElement);
const showStage = createStageView();

const embedded: RunData | null = JSON.parse(
  byId("data", HTMLElement).textContent!,
);
let run: RunData = embedded ?? { title: "", status: "running", stages: [] };
let isConnected = true;
/** The stage to show; the newest if none was chosen. */
let chosen: string | null = null;

function show(): void {
  const { title, status, stages } = run;
  runText.textContent = title;
  const text = statusText(status, isConnected);
  if (statusLine.textContent !== text) statusLine.textContent = text;
  statusLine.dataset.status = isConnected ? status : "lost";
  empty.hidden = stages.length > 0;
  showChoice(stages);
  const stage = stages.find(({ name }) => name === chosen) ?? stages.at(-1);
  if (!stage) return;
  showStage(stage, status);
  document.title = `${stageName(stage.name)}, ${text.toLowerCase()}: Inkling`;
}

/**
 * One radio button per stage. Existing buttons stay, so that they keep the
 * focus.
 */
function showChoice(stages: readonly StageData[]): void {
  choice.hidden = stages.length === 0;
  const current = chosen ?? stages.at(-1)?.name;
  for (const { name } of stages) {
    const found = choice.querySelector<HTMLInputElement>(
      `[value=${CSS.escape(name)}]`,
    );
    const button = found ?? addButton(name);
    button.checked = name === current;
  }
}

function addButton(name: string): HTMLInputElement {
  const label = document.createElement("label");
  const button = document.createElement("input");
  button.type = "radio";
  button.name = "stage";
  button.value = name;
  const text = document.createElement("span");
  text.textContent = stageName(name);
  label.append(button, text);
  choice.append(label);
  button.addEventListener("change", () => {
    // Choosing the newest stage also follows the ones after it.
    chosen = name === run.stages.at(-1)?.name ? null : name;
    show();
  });
  return button;
}

function withStage(stage: StageData): RunData {
  const isKnown = run.stages.some(({ name }) => name === stage.name);
  const stages = isKnown
    ? run.stages.map((old) => old.name === stage.name ? stage : old)
    : [...run.stages, stage];
  return { ...run, stages };
}

function follow(): void {
  const source = new EventSource("/events");
  const on = (name: string, take: (data: unknown) => void): void =>
    source.addEventListener(name, ({ data }) => {
      take(JSON.parse(data));
      show();
    });
  on("run", (data) => {
    run = data as RunData;
    isConnected = true;
  });
  on("stage", (data) => {
    run = withStage(data as StageData);
  });
  on("end", (data) => {
    run = { ...run, status: (data as { status: RunStatus }).status };
    source.close();
  });
  source.addEventListener("error", () => {
    isConnected = false;
    show();
  });
}

if (!embedded) follow();
show();
