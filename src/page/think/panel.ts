/// <reference lib="dom" />
/**
 * The markup of "see it think": three steps of the picture, the maps of each
 * layer, and the outputs.
 *
 * @module
 */

import { html, type TemplateResult } from "lit-html";
import type { LayerValues } from "../../engine/layer_values.ts";
import { CLASSES } from "../../network/numbers.ts";
import { THINK } from "../texts/think.ts";

/** The part before the first drawing is read. */
export function emptyPanel(): TemplateResult {
  return html`
    <h2>${THINK.title}</h2>
    <p class="lead">${THINK.lead}</p>
    <p class="think-empty">${THINK.empty}</p>
  `;
}

/**
 * The part with its canvases, which pictures.ts paints.
 *
 * @param layers The layers that are shown as maps.
 * @param outputs The network's outputs, or null if it is no such network.
 */
export function thinkPanel(
  layers: readonly LayerValues[],
  outputs: LayerValues | null,
): TemplateResult {
  const { strokes, fine, seen } = THINK.steps;
  return html`
    <h2>${THINK.title}</h2>
    <p class="lead">${THINK.lead}</p>
    <ol class="think-steps">
      ${[strokes, fine, seen].map((text) =>
        html`
          <li>
            <canvas class="think-step" role="img" aria-label=${text}></canvas>
            <span>${text}</span>
          </li>
        `
      )}
    </ol>
    <div class="think-layers">
      <canvas class="think-canvas" aria-hidden="true"></canvas>
      ${layers.map((layer) => {
        const size = `${layer.rows} × ${layer.columns}`;
        const type = THINK.types[layer.type];
        const text = THINK.layer(type, layer.channels, size);
        return html`
          <figure>
            <div class="think-maps" role="img" aria-label=${THINK.figure(
              text,
            )}></div>
            <figcaption>${text}</figcaption>
          </figure>
        `;
      })}
    </div>
    ${outputs === null ? "" : html`
      <figure>
        <ol class="think-outputs" aria-label=${THINK.outputs}>
          ${Array.from(
            outputs.values,
            (_, index) =>
              html`<li><span class="think-bar"></span><span>${
                index < CLASSES ? index : THINK.outputLabels[index - CLASSES]
              }</span></li>`,
          )}
        </ol>
        <figcaption>${THINK.outputs}</figcaption>
      </figure>
    `}
  `;
}
