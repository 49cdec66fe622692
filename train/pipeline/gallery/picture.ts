/**
 * Types for a gallery's pictures.
 *
 * @module
 */

import type { Dataset } from "../../data/dataset.ts";

/** Digits in a grid. */
export interface Sheet {
  /** Images of 784 bytes, 0 paper, row by row. */
  readonly images: Uint8Array;
  /** Images per row. */
  readonly columns: number;
}

/** An entry of a gallery, not yet in files. */
export interface GalleryPicture {
  /** Name of its file, without the extension. */
  readonly name: string;
  /** Its title. */
  readonly title: string;
  /** What to look for. */
  readonly text: string;
  /** The picture. */
  readonly sheet: Sheet;
  /** What is shown on demand. */
  readonly answer?: { readonly text: string; readonly sheet: Sheet };
}

/** What a gallery is drawn from. */
export interface GallerySource {
  /** Digits as served, at least one of each label. */
  readonly served: Dataset;
  /** Real images that the generator learned from. */
  readonly training: Dataset;
  /** Real images that it did not learn from. */
  readonly validation: Dataset;
  /** Names the random choices. */
  readonly seed: number;
}
