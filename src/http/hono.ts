/**
 * The types of Hono that our own signatures are written in.
 *
 * @module
 */

import type * as hono from "hono";

/** A request on its way to an answer. */
export type Context = hono.Context;

/** Answers a request; what it throws becomes an answer elsewhere. */
export type Handler = (c: Context) => Response | Promise<Response>;

/** An application. */
export type Hono = hono.Hono;
