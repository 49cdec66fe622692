/**
 * The statuses that the service refuses with.
 *
 * @module
 */

/** Statuses that the service refuses with, and their titles. */
export const TITLES = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  408: "Request Timeout",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

/** A status that a request can be refused with. */
export type RefusalStatus = keyof typeof TITLES;
