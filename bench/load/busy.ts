/**
 * A thread that sends one request again and again.
 *
 * @module
 */

/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />

import { drive } from "../service/load.ts";

/** What the thread sends. */
export interface BusyRequest {
  /** Port of the service. */
  readonly port: number;
  /** The bytes of a whole request. */
  readonly request: Uint8Array;
  /** How many connections send it at once. */
  readonly clients: number;
  /** For how long. */
  readonly milliseconds: number;
}

self.onmessage = async ({ data }: MessageEvent<BusyRequest>) => {
  const { port, request, clients, milliseconds } = data;
  const { times } = await drive(port, request, clients, milliseconds);
  self.postMessage(times.length);
};
