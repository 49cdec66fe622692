/**
 * Renders SVG to the share of ink in every pixel, with resvg in WebAssembly:
 * the same bytes on every machine.
 *
 * @module
 */

import { initWasm, Resvg } from "@resvg/resvg-wasm";

let loaded: Promise<void> | undefined;

/**
 * Loads resvg, once, because it refuses to be loaded twice. Await it before
 * calling {@linkcode renderInk}.
 */
export function loadRenderer(): Promise<void> {
  loaded ??= Deno
    .readFile(
      new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")),
    )
    .then((bytes) => initWasm(bytes));
  return loaded;
}

/**
 * Draws SVG elements on a transparent background.
 *
 * @param side Of the square picture, in pixels.
 * @param body SVG elements, in pixels; their opacity is the ink.
 * @returns `side * side` bytes, row-major, 0 no ink, 255 ink.
 */
export function renderInk(side: number, body: string): Uint8Array {
  const svg = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">` +
      `${body}</svg>`,
  );
  const image = svg.render();
  const { pixels } = image;
  const ink = new Uint8Array(side * side);
  for (let i = 0; i < ink.length; i++) ink[i] = pixels[4 * i + 3]!;
  image.free();
  svg.free();
  return ink;
}
