/**
 * Base64 as clients send it.
 *
 * @module
 */

/**
 * Decodes base64 (RFC 4648): the plain or the URL-safe alphabet, with padding
 * or without, broken into lines or not.
 *
 * @param text The text, without a `data:` prefix.
 * @throws {SyntaxError} if it is not base64.
 *
 * @example
 * ```ts
 * import { decodeBase64 } from "./base64.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(decodeBase64("-_8="), Uint8Array.of(251, 255));
 * assert.deepEqual(decodeBase64("+/\r\n8"), Uint8Array.of(251, 255));
 * ```
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = /[-_]/.test(text)
    ? text.replaceAll("-", "+").replaceAll("_", "/")
    : text;
  let decoded: string;
  try {
    // atob() skips white space and takes missing padding.
    decoded = atob(plain);
  } catch (cause) {
    throw new SyntaxError("is not base64", { cause });
  }
  const bytes = new Uint8Array(decoded.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = decoded.charCodeAt(i);
  return bytes;
}

/**
 * Encodes bytes as base64 with padding.
 *
 * @param bytes A few thousand at most.
 */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
