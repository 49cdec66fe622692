/**
 * Server-sent events (HTML standard, section "Server-sent events") to any
 * number of listeners.
 *
 * @module
 */

/**
 * Events that may queue for a listener that does not read, before it is
 * disconnected.
 */
const MOST_WAITING = 100;

/**
 * The open event streams.
 *
 * @example
 * ```ts
 * import { EventStreams } from "./event_streams.ts";
 * import assert from "node:assert/strict";
 *
 * const streams = new EventStreams();
 * const stream = streams.open("run", { step: 1 });
 * streams.send("end", {});
 * streams.close();
 * assert.equal(
 *   await new Response(stream).text(),
 *   'event: run\ndata: {"step":1}\n\nevent: end\ndata: {}\n\n',
 * );
 * ```
 */
export class EventStreams {
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();

  /** Number of open streams. */
  get count(): number {
    return this.#open.size;
  }

  /**
   * Opens a stream.
   *
   * @param name Name of its first event.
   * @param data The event's data, sent as JSON.
   */
  open(name: string, data: unknown): ReadableStream<Uint8Array> {
    let own: ReadableStreamDefaultController<Uint8Array>;
    return new ReadableStream({
      start: (controller) => {
        own = controller;
        this.#open.add(own);
        own.enqueue(encode(name, data));
      },
      cancel: () => {
        this.#open.delete(own);
      },
    }, { highWaterMark: MOST_WAITING });
  }

  /**
   * Sends an event to all listeners; one that has not read for long is
   * disconnected, and may reconnect.
   */
  send(name: string, data: unknown): void {
    const event = encode(name, data);
    for (const controller of this.#open) {
      if ((controller.desiredSize ?? 0) > 0) controller.enqueue(event);
      else this.#end(controller);
    }
  }

  /** Ends all streams. */
  close(): void {
    for (const controller of this.#open) this.#end(controller);
  }

  #end(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#open.delete(controller);
    controller.close();
  }
}

/** JSON contains no line breaks, so it is one `data` line. */
function encode(name: string, data: unknown): Uint8Array {
  return new TextEncoder().encode(
    `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`,
  );
}
