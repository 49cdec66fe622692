/**
 * The inputs to read, and the request bodies that carry them.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../network/numbers.ts";

/** One line of a drawing, from pen down to pen up. */
export interface Stroke {
  /** Rightward coordinates of its points, in any unit. */
  readonly x: readonly number[];
  /** Downward coordinates, as many, in the same unit. */
  readonly y: readonly number[];
  /** When each point was drawn, in milliseconds. */
  readonly t?: readonly number[];
}

/** A drawing: strokes with 1 to 4,096 points in all. */
export interface StrokesInput {
  /** The strokes, in the order of drawing. */
  readonly strokes: readonly Stroke[];
}

/** A picture as its pixels. */
export interface PixelsInput {
  /** Row-major, 0 to 255, or shares of ink, 0 to 1. */
  readonly pixels: readonly number[];
  /** Pixels in a row; 28 by default. */
  readonly width?: number;
  /** Rows; 28 by default. */
  readonly height?: number;
}

/** A PNG, JPEG or WebP file as text. */
export interface ImageInput {
  /** Base64, or a data URL, as `canvas.toDataURL()` returns. */
  readonly image: string;
}

/** An input that is sent as JSON. */
export type JsonInput = StrokesInput | PixelsInput | ImageInput;

/**
 * One input: JSON, a picture file, or bytes, which are a picture file's or
 * those of a 28x28 image: row-major, 0 paper, 255 ink, as MNIST has them.
 */
export type Input = JsonInput | Blob | Uint8Array<ArrayBuffer>;

/**
 * Several inputs of one kind, up to 64: JSON, picture files, or n x 784 bytes
 * of 28x28 images.
 */
export type Inputs =
  | readonly JsonInput[]
  | readonly Blob[]
  | Uint8Array<ArrayBuffer>;

/** A request's body and its media type. */
export interface RequestBody {
  /** The body; can be sent again. */
  readonly body: BodyInit;
  /** Its media type; null where `fetch` sets it. */
  readonly type: string | null;
}

/** First bytes of PNG, JPEG and WebP. */
const SIGNATURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46],
];

/**
 * The body for one input.
 *
 * @throws {TypeError} if it is not an {@linkcode Input}.
 */
export function bodyOfInput(input: Input): RequestBody {
  if (input instanceof Uint8Array) return bodyOfBytes(input);
  if (input instanceof Blob) return { body: input, type: pictureType(input) };
  return json(input);
}

/**
 * The body for several inputs.
 *
 * @throws {TypeError} if they are of different kinds.
 */
export function bodyOfInputs(inputs: Inputs): RequestBody {
  if (inputs instanceof Uint8Array) return bodyOfBytes(inputs);
  const files = inputs.filter((input) => input instanceof Blob);
  if (files.length === 0) return json({ inputs });
  if (files.length < inputs.length) {
    throw new TypeError(
      `${files.length} of ${inputs.length} inputs are files, expected all or ` +
        "none; a file in base64 can be sent as { image }",
    );
  }
  const form = new FormData();
  for (const file of files) form.append("image", file);
  return { body: form, type: null };
}

/**
 * The service detects the format from the bytes, so any picture's type will do.
 */
function pictureType({ type }: Blob): string {
  return type.startsWith("image/") ? type : "image/png";
}

function bodyOfBytes(bytes: Uint8Array<ArrayBuffer>): RequestBody {
  const isPicture = SIGNATURES.some((signature) =>
    signature.every((byte, i) => byte === bytes[i])
  );
  return {
    body: bytes,
    type: isPicture ? "image/png" : "application/octet-stream",
  };
}

function json(value: unknown): RequestBody {
  if (typeof value !== "object" || value === null) {
    throw new TypeError(
      `the input is ${String(value)}, expected an object, a Blob or ` +
        `${IMAGE_PIXELS} bytes`,
    );
  }
  return { body: JSON.stringify(value), type: "application/json" };
}
