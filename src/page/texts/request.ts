/**
 * Messages about failed requests.
 *
 * @module
 */

/** The texts of failed requests. */
export const REQUEST = {
  bug: "Something went wrong in this page. Reloading it should help.",
  unreachable: "The server cannot be reached. Trying again.",
  offline: "You are offline. This continues when the connection is back.",
  busy: (seconds: number) =>
    `The server is busy. Trying again in ${seconds} seconds.`,
  refused: (detail: string) => `The server rejected this: ${detail}`,
  unreadable:
    "The server sent an answer that this page does not understand. Reloading it should help.",
} as const;
