/**
 * What a link shows that needs the network, while there is none.
 *
 * @module
 */

import { OFFLINE } from "../texts/offline.ts";
import { SHELL } from "../texts/shell.ts";

/**
 * Makes the page that says so. Its style sheet is the one that is kept.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { awayPage } from "./away.ts";
 *
 * assert.equal(awayPage().status, 503);
 * ```
 */
export function awayPage(): Response {
  const page = `<!DOCTYPE html>
<html lang="${SHELL.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${SHELL.title(OFFLINE.title)}</title>
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/look.css">
</head>
<body>
<main>
<h1>${OFFLINE.title}</h1>
<p>${OFFLINE.text}</p>
<p><a href="">${OFFLINE.retry}</a></p>
<p><a href="/">${OFFLINE.back}</a></p>
</main>
</body>
</html>
`;
  return new Response(page, {
    status: 503,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'self'; img-src 'self'",
    },
  });
}
