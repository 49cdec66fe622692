/**
 * Requests that every runtime answers with the same bytes: they reach each
 * decoder, each network and each format.
 *
 * @module
 */

import { decodeBase64 } from "../../src/base64.ts";

/** A request. */
export interface ContractRequest {
  /** Path and query. */
  readonly path: string;
  /** Its body's media type; without one, it is a GET. */
  readonly type?: string;
  /** Its body. */
  readonly body?: BodyInit;
}

/** A stem, dark on white, of 56x56. */
const SIZE = { width: 56, height: 56 };
const STEM = Uint8Array.from({ length: 56 * 56 }, (_, i) => {
  const [x, y] = [i % 56, Math.floor(i / 56)];
  return x >= 26 && x < 32 && y >= 8 && y < 48 ? 20 : 255;
});

/** The stem as a PNG. */
export const PNG: Uint8Array<ArrayBuffer> = decodeBase64(
  `
  iVBORw0KGgoAAAANSUhEUgAAADgAAAA4CAAAAACN7WTCAAAALUlEQVR4nO3LMQ0AMAgAsImYf6tb
  ggAOLiDt3/OKxCnxBlEURVEUxX0xJ7aKHyvuWBYlisAYAAAAAElFTkSuQmCC`,
);

/** The stem as a WebP, lossless. */
export const WEBP: Uint8Array<ArrayBuffer> = decodeBase64(
  "UklGRjAAAABXRUJQVlA4TCMAAAAvN8ANAA/wiv9X/L/if/7jAWraNmDKH3MZ7DOi/xMAZd5CFAA=",
);

/** The stem as a JPEG. */
export const JPEG: Uint8Array<ArrayBuffer> = decodeBase64(
  `
  /9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4p
  LSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk8BDg4OExETJhUVJk81LTVPT09PT09PT09P
  T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT//AABEIADgAOAMBEQACEQED
  EQH/xAGiAAABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgsQAAIBAwMCBAMFBQQEAAABfQECAwAE
  EQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZH
  SElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1
  tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+gEAAwEBAQEBAQEBAQAA
  AAAAAAECAwQFBgcICQoLEQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgUQpGh
  scEJIzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlq
  c3R1dnd4eXqCg4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV
  1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhEDEQA/APTqACgAoAKACgAoAKACgAoAKAPE
  /iH/AMjtqH/bP/0WtAHtlABQAUAFABQAUAeJ/EP/AJHbUP8Atn/6LWgD2ygAoAKACgAoAKAPE/iH
  /wAjtqH/AGz/APRa0Ae2UAFABQAUAFABQB4n8Q/+R21D/tn/AOi1oA9soAKACgAoAKACgDxP4h/8
  jtqH/bP/ANFrQB7ZQAUAFABQAUAFABQAUAFABQB//9k=`,
);

/** A seven, and two ones beside each other. */
export const SEVEN = { strokes: [{ x: [20, 80, 50], y: [20, 20, 110] }] };
const ELEVEN = {
  strokes: [20, 120].map((x) => ({ x: [x, x], y: [10, 110] })),
};

/** Two bare images: stems of 28x28, the second one wider. */
export const OCTETS: Uint8Array<ArrayBuffer> = Uint8Array.from(
  { length: 2 * 784 },
  (_, i) => {
    const [x, y] = [i % 28, Math.floor(i % 784 / 28)];
    const width = i < 784 ? 2 : 3;
    return x >= 13 && x < 13 + width && y >= 4 && y < 24 ? 255 : 0;
  },
);

function json(path: string, value: unknown): ContractRequest {
  return { path, type: "application/json", body: JSON.stringify(value) };
}

const BASE64 = btoa(String.fromCharCode(...PNG));

/** The requests. */
export const REQUESTS: readonly ContractRequest[] = [
  json("/recognize", SEVEN),
  json("/recognize?top=3&explain=true", SEVEN),
  json("/recognize?mode=number", ELEVEN),
  json("/recognize", { ...SIZE, pixels: [...STEM] }),
  json("/recognize", { inputs: [SEVEN, { image: BASE64 }] }),
  { path: "/recognize", type: "image/png", body: PNG },
  { path: "/recognize?explain=true", type: "image/jpeg", body: JPEG },
  { path: "/recognize?mode=number", type: "image/webp", body: WEBP },
  { path: "/recognize", type: "application/octet-stream", body: OCTETS },
  {
    path: "/recognize?normalize=true",
    type: "application/octet-stream",
    body: OCTETS.slice(784),
  },
  ...[0, 1, 42, 2 ** 32 - 1].map((seed) => ({
    path: `/sample?seed=${seed}&count=10&format=raw`,
  })),
  { path: "/sample?seed=7&count=100&format=raw&spread=0.5" },
  { path: "/sample?seed=7&count=10&style=3" },
  { path: "/sample?seed=7&count=12&format=png&scale=2&columns=4" },
  { path: "/sample?seed=7&count=2&format=svg" },
  json("/v2/models/recognizer/infer", {
    inputs: [{
      name: "images",
      shape: [2, 784],
      datatype: "UINT8",
      data: [...OCTETS],
    }],
  }),
  json("/v2/models/generator/infer", {
    parameters: { seed: 5 },
    inputs: [{ name: "digits", shape: [2], datatype: "INT64", data: [3, 7] }],
  }),
  { path: "/models" },
  { path: "/openapi.json" },
  { path: "/" },
  { path: "/docs" },
  { path: "/docs/viewer.css" },
  { path: "/client.js" },
  { path: "/engine/plain.wasm" },
  { path: "/models/recognizer.safetensors" },
];

/**
 * Sends a request.
 *
 * @param origin The service's origin.
 * @param request The request.
 */
export async function sendTo(
  origin: string,
  { path, type, body }: ContractRequest,
): Promise<Response> {
  if (type === undefined || body === undefined) {
    return await fetch(origin + path);
  }
  const headers = { "Content-Type": type };
  return await fetch(origin + path, { method: "POST", headers, body });
}
