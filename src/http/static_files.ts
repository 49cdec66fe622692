/**
 * Serves files: the page and what it loads.
 *
 * This is not a general file server: each file has its own route and is small
 * enough to read whole.
 *
 * @module
 */

import type { Context, Handler } from "hono";
import { chooseType } from "./accept.ts";
import { chooseEncoding, compress, type Encoding } from "./encoding.ts";
import { mediaType } from "./media_type.ts";

/** A file's content. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Files to be served, by path: `static/page.css`. */
export interface FileSource {
  /** Paths of all files. */
  list(): readonly string[];
  /** Reads one of them. */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Media types by file extension. */
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

/** A plain name with an extension; hidden files have none. */
const PLAIN_NAME = /^[\w-][\w.-]*\.(\w+)$/;

/**
 * Lists the files of a directory that have a plain name and a known media type.
 *
 * @param root The directory's URL, ending in a slash.
 * @returns Paths below it, such as `engine/plain.wasm`.
 * @throws {Deno.errors.NotFound} if there is no such directory.
 */
export function listFiles(root: URL): string[] {
  return [...Deno.readDirSync(root)].flatMap(({ name, isDirectory }) => {
    if (name.startsWith(".")) return [];
    if (isDirectory) {
      return listFiles(new URL(`${name}/`, root)).map((path) =>
        `${name}/${path}`
      );
    }
    return mediaTypeOf(name) === undefined ? [] : [name];
  });
}

/**
 * Files on disk, read for each request.
 *
 * @param top URL of the directory that holds the folders, ending in a slash.
 * @param folders Names of the folders whose files are served.
 */
export function filesOnDisk(
  top: URL,
  folders: readonly string[],
): FileSource {
  return {
    list: () =>
      folders.flatMap((folder) =>
        listFiles(new URL(`${folder}/`, top)).map((path) => `${folder}/${path}`)
      ),
    read: (path) => Deno.readFile(new URL(path, top)),
  };
}

/** A file in an encoding, and the entity tag of the original. */
interface Encoded {
  readonly tag: string;
  /** Null if the file is hardly smaller in this encoding. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** A compressed file is sent if it has at most this share of the file's bytes. */
const WORTH = 0.95;

/**
 * Creates a handler that answers with a file, which it reads for each request.
 *
 * The entity tag is a hash of the content, so reloading a page costs only a
 * 304, and a changed file takes effect at once. Clients that accept it get the
 * file compressed; each encoding is computed once until the file changes.
 *
 * @param files Holds the file.
 * @param path The file's path; its name has a known extension.
 * @param edit Changes the file for a request.
 */
export function serveFile(
  files: FileSource,
  path: string,
  edit: (content: Bytes, c: Context) => Bytes = (content) => content,
): Handler {
  const type = mediaTypeOf(path.split("/").at(-1)!)!;
  const encoded = new Map<Encoding, Encoded>();

  async function encode(
    content: Uint8Array,
    tag: string,
    encoding: Encoding,
  ): Promise<Encoded> {
    const known = encoded.get(encoding);
    if (known?.tag === tag) return known;
    const bytes = await compress(content, encoding);
    const isWorth = bytes.length <= content.length * WORTH;
    const made = { tag, bytes: isWorth ? bytes : null };
    encoded.set(encoding, made);
    return made;
  }

  return async (c) => {
    chooseType(c, [mediaType(type)]);
    const content = edit(await files.read(path), c);
    const tag = await hash(content);
    const encoding = chooseEncoding(c.req.header("Accept-Encoding"));
    const small = encoding && (await encode(content, tag, encoding)).bytes;
    const entity = small ? `"${tag}-${encoding}"` : `"${tag}"`;
    c.header("ETag", entity);
    c.header("Cache-Control", "no-cache");
    c.header("Vary", "Accept-Encoding", { append: true });
    if (matches(c.req.header("If-None-Match"), entity)) {
      return c.body(null, 304);
    }
    const body = small || content;
    if (small) c.header("Content-Encoding", encoding!);
    return c.body(body, 200, {
      "Content-Type": type,
      "Content-Length": String(body.length),
    });
  };
}

function mediaTypeOf(name: string): string | undefined {
  return MEDIA_TYPES[PLAIN_NAME.exec(name)?.[1] ?? ""];
}

/**
 * A hash of a content, for its entity tag.
 *
 * @param content The content.
 * @returns 32 hexadecimal digits.
 */
export async function hash(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  const hex = Array.from(
    digest.subarray(0, 16),
    (byte) => byte.toString(16).padStart(2, "0"),
  );
  return hex.join("");
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
