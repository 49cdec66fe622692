/**
 * `GET /docs`: the OpenAPI document in Swagger UI.
 *
 * Its script exceeds this repository's limit on file sizes, so both of its
 * files are stored compressed. Clients that accept gzip get them unchanged.
 *
 * @module
 */

import type { Handler } from "hono";
import { chooseType } from "../http/accept.ts";
import { chooseEncoding } from "../http/encoding.ts";
import { mediaType } from "../http/media_type.ts";
import { routePath } from "../http/route_path.ts";
import {
  type Bytes,
  type FileSource,
  hash,
  matches,
} from "../http/static_files.ts";

/**
 * The page. The service's security policy allows no inline scripts or styles.
 */
const PAGE = new TextEncoder().encode(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inkling: the API</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/docs/viewer.css">
<script src="/docs/viewer.js" defer></script>
</head>
<body>
<div id="viewer"></div>
<noscript>The viewer needs JavaScript. The document itself:
<a href="/openapi.json">openapi.json</a>.</noscript>
</body>
</html>
`);

const HTML = "text/html; charset=utf-8";

/** Media types of the viewer's files. */
const TYPES = {
  "/docs/viewer.js": "text/javascript; charset=utf-8",
  "/docs/viewer.css": "text/css; charset=utf-8",
} as const;

/**
 * A handler that serves the page and the files of its viewer.
 *
 * @param files Holds the viewer's files, in static/docs/.
 */
export function docs(files: FileSource): Handler {
  return async (c) => {
    const path = routePath(c.req.path);
    const type = isFile(path) ? TYPES[path] : HTML;
    chooseType(c, [mediaType(type)]);
    const stored = isFile(path) ? await files.read(`static${path}.gz`) : PAGE;
    const isPacked = isFile(path) &&
      chooseEncoding(c.req.header("Accept-Encoding"), ["gzip"]) !== null;
    const tag = `"${await hash(stored)}${isPacked ? "-gzip" : ""}"`;
    c.header("ETag", tag);
    c.header("Cache-Control", "no-cache");
    if (isFile(path)) c.header("Vary", "Accept-Encoding");
    if (matches(c.req.header("If-None-Match"), tag)) return c.body(null, 304);
    if (isPacked) c.header("Content-Encoding", "gzip");
    const body = isFile(path) && !isPacked ? await unpack(stored) : stored;
    return c.body(body, 200, {
      "Content-Type": type,
      "Content-Length": String(body.length),
    });
  };
}

async function unpack(packed: Bytes): Promise<Bytes> {
  const stream = new Blob([packed]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).bytes();
}

function isFile(path: string): path is keyof typeof TYPES {
  return Object.hasOwn(TYPES, path);
}
