/**
 * A thread that answers one request after another, with a queue in front.
 *
 * @module
 */

import { Problem } from "../http/problem.ts";
import type { Job, Reply } from "./job.ts";

/** A queue in front of a thread. */
export interface WorkerQueue {
  /**
   * Answers a request in the thread.
   *
   * @param job The request.
   * @param signal Aborts when the client goes away. The request then leaves the
   *   queue, unless it is being answered.
   * @throws {Problem} 503 if the queue is full, or the request waits or takes
   *   too long.
   * @throws {WorkerUnavailable} if the thread does not start.
   */
  readonly run: (job: Job, signal?: AbortSignal) => Promise<Reply>;
  /** Ends the thread and refuses waiting requests. */
  readonly stop: () => void;
}

/** Limits of a queue. */
export interface WorkerQueueOptions {
  /** Starts the thread. Its first message is `ready`, each later one a reply. */
  readonly open: () => Worker;
  /** Requests that may wait, the one being answered included. */
  readonly most: number;
  /** How long one may wait in milliseconds until its turn. */
  readonly wait: number;
  /** How long one may take in milliseconds before the thread is terminated. */
  readonly limit: number;
  /**
   * How long the thread may be idle in milliseconds before it is terminated.
   */
  readonly idle: number;
}

/** The thread does not start: a permission or a file is missing. */
export class WorkerUnavailable extends Error {
  /** Name of the class. */
  override readonly name = "WorkerUnavailable";
}

/** A request in the queue. */
interface Waiting {
  readonly job: Job;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  /** Refuses it if it waits too long. */
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Creates a queue. The first request starts its thread; a later one starts it
 * again if it has ended.
 *
 * @param options How to start the thread, and the limits.
 */
export function createWorkerQueue(
  { open, most, wait, limit, idle }: WorkerQueueOptions,
): WorkerQueue {
  const queue: Waiting[] = [];
  let running: Waiting | undefined;
  let worker: Worker | null = null;
  let isReady = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Starts the thread, or gives it the next request. */
  function advance(): void {
    clearTimeout(timer);
    if (queue.length === 0) {
      timer = setTimeout(close, idle);
      return;
    }
    if (worker === null) return start();
    if (!isReady) return;
    running = queue.shift()!;
    clearTimeout(running.timer);
    timer = setTimeout(() => {
      fail(refusal(`It took more than ${limit / 1000} seconds`));
    }, limit);
    const { body } = running.job;
    const isWhole = body?.byteLength === body?.buffer.byteLength;
    worker.postMessage(running.job, body && isWhole ? [body.buffer] : []);
  }

  function start(): void {
    try {
      worker = open();
    } catch (cause) {
      return failAll(new WorkerUnavailable(String(cause), { cause }));
    }
    worker.onmessage = ({ data }) => {
      running?.resolve(data);
      running = undefined;
      isReady = true;
      advance();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (isReady) return fail(refusal("The thread that answered it ended"));
      failAll(new WorkerUnavailable(event.message));
    };
  }

  /** Refuses the request that is being answered, and ends the thread. */
  function fail(error: Error): void {
    close();
    running?.reject(error);
    running = undefined;
    advance();
  }

  /** Refuses a request that is not yet being answered. */
  function drop(waiting: Waiting, error: Error): void {
    const at = queue.indexOf(waiting);
    if (at < 0) return;
    queue.splice(at, 1);
    clearTimeout(waiting.timer);
    waiting.reject(error);
  }

  function failAll(error: Error): void {
    close();
    running?.reject(error);
    running = undefined;
    for (const waiting of [...queue]) drop(waiting, error);
  }

  function close(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
    isReady = false;
  }

  return {
    run: (job, signal) =>
      new Promise((resolve, reject) => {
        const length = queue.length + (running === undefined ? 0 : 1);
        if (length >= most) {
          return reject(
            refusal(`${length} requests that take long are waiting`),
          );
        }
        const timer = setTimeout(() => {
          const seconds = wait / 1000;
          // The queue is that long, so coming back earlier is no use.
          const error = refusal(
            `It waited more than ${seconds} seconds`,
            Math.ceil(seconds),
          );
          drop(waiting, error);
        }, wait);
        const waiting = { job, resolve, reject, timer };
        queue.push(waiting);
        signal?.addEventListener(
          "abort",
          () => drop(waiting, refusal("The client is gone")),
          { once: true },
        );
        if (running === undefined) advance();
      }),
    stop: () => failAll(refusal("The service is stopping")),
  };
}

function refusal(detail: string, retryAfter = 1): Problem {
  const headers = { "Retry-After": String(retryAfter) };
  return new Problem(503, detail, { headers });
}
