/// <reference lib="dom" />
/**
 * Saves pictures as files: the pixels that the service would answer with, as
 * black ink on white paper. Its answers are white on black, as networks read.
 *
 * @module
 */

import { enlarge } from "../../image/enlarge.ts";
import type { GreyImage } from "../../image/grey.ts";
import { encodeSvg } from "../../image/svg.ts";
import { context2d } from "../base/ink.ts";
import type { Format } from "./calls.ts";

/**
 * Offers a picture as a download.
 *
 * @param image The picture: 0 paper, 255 ink.
 * @param scale Pixels of the file along a pixel of the picture.
 * @param format The file's format.
 * @param name The file's name, without an extension.
 */
export async function savePicture(
  image: GreyImage,
  scale: number,
  format: Format,
  name: string,
): Promise<void> {
  const blob = format === "svg"
    ? new Blob([encodeSvg(image, scale, "white")], { type: "image/svg+xml" })
    : await pngOf(enlarge(image, scale));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.${format}`;
  link.click();
  // Not at once: the download starts after the click's event.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function pngOf({ width, height, pixels }: GreyImage): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = context2d(canvas);
  const image = context.createImageData(width, height);
  pixels.forEach((value, at) => {
    image.data.fill(255 - value, at * 4, at * 4 + 3);
    image.data[at * 4 + 3] = 255;
  });
  context.putImageData(image, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob === null
        ? reject(new TypeError("the browser makes no PNG"))
        : resolve(blob)
    )
  );
}
