/**
 * Damaged bodies of every kind, repeatable by index.
 *
 * @module
 */

import jpeg from "jpeg-js";
import { decodeBase64 } from "../../src/base64.ts";
import { Random } from "../../src/network/random.ts";
import { canvasPng, drawBow, SIDE } from "../service/drawing.ts";
import { digitImage, strokesJson } from "../service/requests.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A body to send. */
export interface Damaged {
  /** Its media type. */
  readonly type: string;
  /** The body. */
  readonly body: Bytes;
}

const canvas = drawBow();

/** A stem of 56x56, lossless. */
const WEBP = decodeBase64(
  "UklGRjAAAABXRUJQVlA4TCMAAAAvN8ANAA/wiv9X/L/if/7jAWraNmDKH3MZ7DOi/xMAZd5CFAA=",
);

const encoder = new TextEncoder();

const FORM_HEAD = encoder.encode(
  '--x\r\nContent-Disposition: form-data; name="image"; filename="a"\r\n\r\n',
);

function joined(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

const png = new Uint8Array(canvasPng(canvas));

/** Intact bodies by kind, and how many of their first bytes are left intact. */
const KINDS = {
  png: { type: "image/png", whole: png, head: 8 },
  jpeg: {
    type: "image/jpeg",
    whole: new Uint8Array(
      jpeg.encode({ width: SIDE, height: SIDE, data: canvas }, 90).data,
    ),
    head: 3,
  },
  webp: { type: "image/webp", whole: WEBP, head: 12 },
  json: {
    type: "application/json",
    whole: encoder.encode(strokesJson()),
    head: 0,
  },
  form: {
    type: "multipart/form-data; boundary=x",
    whole: joined(FORM_HEAD, png, encoder.encode("\r\n--x--\r\n")),
    head: 0,
  },
  octets: {
    type: "application/octet-stream",
    whole: new Uint8Array(digitImage()),
    head: 0,
  },
} as const;

/** A kind of body. */
export type DamagedKind = keyof typeof KINDS;

/** The kinds. */
export const DAMAGED_KINDS = Object.keys(KINDS) as readonly DamagedKind[];

/**
 * A damaged body: some bytes changed, and one in five cut short.
 *
 * @param kind Its kind.
 * @param index Which one.
 */
export function damaged(kind: DamagedKind, index: number): Damaged {
  const { type, whole, head } = KINDS[kind];
  const random = new Random(index);
  const body = whole.slice();
  const anywhere = () => head + random.below(body.length - head);
  for (let left = 1 + random.below(4); left > 0; left--) {
    body[anywhere()] = random.below(256);
  }
  const isCut = random.below(5) === 0;
  return { type, body: isCut ? body.slice(0, anywhere()) : body };
}
