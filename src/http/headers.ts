/**
 * Headers of every answer: who may read it, and what a page may do.
 *
 * @module
 */

import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";

/**
 * CORS middleware: pages of these origins may read answers and send any header,
 * without credentials.
 *
 * Hono's middleware sets headers before there is an answer, which makes Hono
 * copy each answer's body through a stream. So here it runs after the handlers,
 * except for preflights, which it answers itself.
 *
 * @param origins The origins, or `*` for every one.
 */
export function allowOrigins(
  origins: "*" | readonly string[] = "*",
): MiddlewareHandler {
  const setHeaders = cors({
    origin: origins === "*" ? origins : [...origins],
    allowMethods: ["GET", "HEAD", "POST"],
    // Without allowHeaders, a preflight allows the headers that it names; `*`
    // would not cover `Authorization`.
    exposeHeaders: [
      "RateLimit",
      "RateLimit-Policy",
      "Retry-After",
      "Server-Timing",
      "ETag",
      "X-Request-Id",
      "Content-Location",
      "X-Digits",
      "Inference-Header-Content-Length",
    ],
    maxAge: 86_400,
  });
  return async (c, next) => {
    if (c.req.method === "OPTIONS") return await setHeaders(c, next);
    await next();
    await setHeaders(c, () => Promise.resolve());
  };
}

/**
 * Security headers. The page may load scripts, styles and WebAssembly only from
 * this origin, and no other page may frame it.
 */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // Pages of other origins may show a sheet of digits in an <img>.
    crossOriginResourcePolicy: "cross-origin",
    // Left to the server that terminates TLS.
    strictTransportSecurity: false,
  });
}
