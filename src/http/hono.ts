/**
 * The types of Hono that our own signatures are written in.
 *
 * @module
 */

import type * as hono from "hono";

/** A request on its way to an answer. */
export type Context = hono.Context;

/** Answers a request. */
export type Handler = hono.Handler;

/** Stands before handlers. */
export type MiddlewareHandler = hono.MiddlewareHandler;

/** An application. */
export type Hono = hono.Hono;
