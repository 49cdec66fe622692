/**
 * The benchmark's requests, complete and ready to be written to a connection.
 *
 * @module
 */

import jpeg from "jpeg-js";
import { decodePng } from "../../src/image/png/decode.ts";
import { normalize } from "../../src/image/normalize/normalize.ts";
import { canvasPng, drawBow, SIDE } from "./drawing.ts";

/** A kind of request. */
export interface Kind {
  /** Its name in the report. */
  readonly name: string;
  /** The server that answers it. */
  readonly server: "ours" | "bare";
  /** Its bytes, head and body. */
  readonly request: Uint8Array<ArrayBuffer>;
}

/** The bytes of a request that sends a body to `/recognize`. */
export function post(
  body: Uint8Array,
  type: string,
): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(
    `POST /recognize HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n` +
      `Content-Length: ${body.length}\r\n\r\n`,
  );
  const request = new Uint8Array(head.length + body.length);
  request.set(head);
  request.set(body, head.length);
  return request;
}

function get(path: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
}

/** Pen strokes of 60 points. */
export function strokesJson(): string {
  const angles = Array.from({ length: 60 }, (_, i) => -2 + i / 15);
  return JSON.stringify({
    strokes: [{
      x: angles.map((angle) => Math.round(140 + 80 * Math.cos(angle))),
      y: angles.map((angle) => Math.round(140 + 80 * Math.sin(angle))),
    }],
  });
}

/** Names of the kinds that the limits are about. */
export const NAMES = {
  bare: "bare Hono POST, 784 bytes",
  digit: "/recognize, 784 bytes",
  png: "/recognize, PNG 280x280",
} as const;

/** A digit image of 784 bytes. */
export function digitImage(): Uint8Array {
  return normalize(decodePng(canvasPng(drawBow()))).pixels;
}

/** Creates every kind of request. */
export function makeKinds(): Kind[] {
  const canvas = drawBow();
  const octets = "application/octet-stream";
  const digit = digitImage();
  const digits = new Uint8Array(64 * digit.length);
  for (let i = 0; i < 64; i++) digits.set(digit, i * digit.length);
  const photo = jpeg.encode({ width: SIDE, height: SIDE, data: canvas }, 90);
  const strokes = new TextEncoder().encode(strokesJson());
  const ours = (name: string, request: Uint8Array<ArrayBuffer>): Kind => ({
    name,
    server: "ours",
    request,
  });
  return [
    { name: NAMES.bare, server: "bare", request: post(digit, octets) },
    ours(NAMES.digit, post(digit, octets)),
    ours("/recognize, 64 images", post(digits, octets)),
    ours(NAMES.png, post(canvasPng(canvas), "image/png")),
    ours("/recognize, JPEG 280x280", post(photo.data, "image/jpeg")),
    ours("/recognize, strokes", post(strokes, "application/json")),
    ours("/sample", get("/sample?seed=1")),
    ours("/sample?count=100", get("/sample?seed=1&count=100")),
  ];
}
