/**
 * Serves files as they lie in a directory: the page and what it loads.
 *
 * It is not a general file server: names are plain, hidden files and
 * directories above are out of reach, and files are small enough to be read
 * whole.
 *
 * @module
 */

import type { Context } from "./hono.ts";

/** Media types by the ending of a file's name. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  map: "application/json",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  safetensors: "application/octet-stream",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

/** A relative path of plain names; no part begins with a dot. */
const PLAIN_PATH = /^([\w-][\w.-]*\/)*[\w-][\w.-]*\.(\w+)$/;

/**
 * Answers with a file.
 *
 * The entity tag is a hash of the content, so that a page loaded again costs
 * a 304, and a changed file is seen at once.
 *
 * @param c The request's context.
 * @param root The directory's URL, ending in a slash.
 * @param path The file's path below it.
 * @returns The file, or null if there is none of that name and a known type.
 */
export async function serveFile(
  c: Context,
  root: URL,
  path: string,
): Promise<Response | null> {
  const ending = PLAIN_PATH.exec(path)?.[2];
  const type = ending === undefined ? undefined : MEDIA_TYPES[ending];
  if (type === undefined) return null;
  let content: Uint8Array<ArrayBuffer>;
  try {
    content = await Deno.readFile(new URL(path, root));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  const tag = await entityTag(content);
  c.header("ETag", tag);
  c.header("Cache-Control", "no-cache");
  if (matches(c.req.header("If-None-Match"), tag)) return c.body(null, 304);
  c.header("Content-Type", type);
  c.header("Content-Length", String(content.length));
  return c.body(content);
}

/** A directory, or a file in the way of one, is no more there than nothing. */
function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.IsADirectory ||
    error instanceof Deno.errors.NotADirectory;
}

async function entityTag(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const hex = Array.from(
    hash.subarray(0, 16),
    (byte) => byte.toString(16).padStart(2, "0"),
  );
  return `"${hex.join("")}"`;
}

/**
 * Whether an `If-None-Match` header names an entity tag.
 *
 * @param header The header, or undefined if there is none.
 * @param tag A strong entity tag, in quotes.
 *
 * @example
 * ```ts
 * import { matches } from "./static_files.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(matches('"a", W/"b"', '"b"'), true);
 * assert.equal(matches(undefined, '"b"'), false);
 * ```
 */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(",").map((part) => part.trim());
  return tags.some((part) => part === "*" || part.replace(/^W\//, "") === tag);
}
