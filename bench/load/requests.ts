/**
 * The load's requests: good and bad ones.
 *
 * @module
 */

import jpeg from "jpeg-js";
import { Buffer } from "node:buffer";
import { canvasPng, drawBow, SIDE } from "../service/drawing.ts";
import { digitImage, strokesJson } from "../service/requests.ts";

/** A request. */
export interface LoadRequest {
  /** Its method. */
  readonly method: "GET" | "POST";
  /** Path and query. */
  readonly path: string;
  /** Its headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Its body. */
  readonly body?: Buffer;
}

function post(
  type: string,
  body: Uint8Array | string,
  query = "",
): LoadRequest {
  return {
    method: "POST",
    path: `/recognize${query}`,
    headers: { "content-type": type },
    body: typeof body === "string" ? Buffer.from(body) : Buffer.from(body),
  };
}

function get(path: string): LoadRequest {
  return { method: "GET", path };
}

const OCTETS = "application/octet-stream";
const JSON_TYPE = "application/json";

const canvas = drawBow();
const png = canvasPng(canvas);
const photo = jpeg.encode({ width: SIDE, height: SIDE, data: canvas }, 90).data;
const digit = digitImage();
const strokes = strokesJson();

/** Requests as apps send them. */
export const GOOD: readonly LoadRequest[] = [
  post(OCTETS, digit),
  post(JSON_TYPE, strokes),
  post("image/png", png),
  post("image/jpeg", photo),
  post(JSON_TYPE, strokes, "?mode=number"),
  post(JSON_TYPE, strokes, "?explain=true&top=3"),
  get("/sample?digit=3"),
  get("/sample?count=10&format=png&scale=2"),
  get("/sample?count=100&seed=1&format=raw"),
  get("/livez"),
  get("/metrics"),
];

/** A file with every hundredth byte changed. */
function damaged(file: Uint8Array, first: number): Uint8Array {
  const copy = file.slice();
  for (let at = first; at < copy.length; at += 100) copy[at]! ^= 0x55;
  return copy;
}

/** A PNG whose header claims 20,000 pixels a side. */
function enormous(): Uint8Array {
  const copy = png.slice();
  const view = new DataView(copy.buffer, copy.byteOffset);
  view.setUint32(16, 20_000);
  view.setUint32(20, 20_000);
  return copy;
}

/**
 * Bad requests. No body is over the limit, because the service then hangs up,
 * and autocannon misattributes the times of later answers.
 */
export const BAD: readonly LoadRequest[] = [
  post("image/png", png.subarray(0, png.length >> 1)),
  post("image/png", damaged(png, 40)),
  post("image/png", enormous()),
  post("image/jpeg", photo.subarray(0, photo.length >> 1)),
  ...[200, 240, 280, 320, 360, 620].map((first) =>
    post("image/jpeg", damaged(photo, first))
  ),
  post("image/webp", "RIFF    WEBPVP8 "),
  post(OCTETS, new Uint8Array(785)),
  post(OCTETS, new Uint8Array(65 * 784)),
  post(JSON_TYPE, strokes.slice(0, -3)),
  post(JSON_TYPE, "[".repeat(100_000)),
  post(JSON_TYPE, '{"strokes": [{"x": [1, 2], "y": [1]}]}'),
  post(JSON_TYPE, '{"image": "????"}'),
  post("multipart/form-data; boundary=x", "--x\r\nno end"),
  post("text/plain", "7"),
  get("/sample?digit=10"),
  get("/sample?nonsense=1"),
  get("/nowhere"),
  get("/v2/models/none/infer"),
];
