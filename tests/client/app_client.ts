/**
 * A client of an application in this process.
 *
 * @module
 */

import { createApp } from "../../src/app.ts";
import {
  type Client,
  createClient,
  type SenderOptions,
} from "../../src/client.ts";
import { simpleModels } from "../routes/simple_models.ts";

/**
 * A client of a service with simple models.
 *
 * @param options Options of the client.
 */
export function simpleClient(options: SenderOptions = {}): Client {
  const app = createApp({
    ...simpleModels,
  });
  return createClient("http://inkling.test", {
    fetch: async (url, init) => await app.request(url, init),
    ...options,
  });
}

/**
 * Answers with one response after another, and counts them.
 *
 * @param responses What to answer with; the last one again and again.
 */
export function answersOf(...responses: readonly (() => Response)[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  return {
    sent,
    fetch(url: string, init: RequestInit): Promise<Response> {
      const response = responses[Math.min(sent.length, responses.length - 1)]!;
      sent.push({ url, init });
      return Promise.resolve(response());
    },
  };
}
