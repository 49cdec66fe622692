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
import type { FileSource } from "../http/static_files.ts";

/**
 * The page. The service's security policy allows no inline scripts or styles.
 */
const PAGE = `<!DOCTYPE html>
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
`;

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
    const { path } = c.req;
    const headers = { "Cache-Control": "no-cache" };
    const type = isFile(path) ? TYPES[path] : HTML;
    chooseType(c, [mediaType(type)]);
    if (!isFile(path)) {
      return c.body(PAGE, 200, {
        ...headers,
        "Content-Type": type,
        "Content-Length": String(PAGE.length),
      });
    }
    const compressed = await files.read(`static${path}.gz`);
    const described = {
      ...headers,
      "Content-Type": type,
      "Vary": "Accept-Encoding",
    };
    if (chooseEncoding(c.req.header("Accept-Encoding"), ["gzip"]) !== null) {
      return c.body(compressed, 200, {
        ...described,
        "Content-Encoding": "gzip",
        "Content-Length": String(compressed.length),
      });
    }
    const stream = new Blob([compressed]).stream()
      .pipeThrough(new DecompressionStream("gzip"));
    const plain = await new Response(stream).bytes();
    return c.body(plain, 200, {
      ...described,
      "Content-Length": String(plain.length),
    });
  };
}

function isFile(path: string): path is keyof typeof TYPES {
  return Object.hasOwn(TYPES, path);
}
