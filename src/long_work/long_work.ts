/**
 * Answers long requests in a thread of their own.
 *
 * @module
 */

import type { Context } from "hono";
import { fileURLToPath } from "node:url";
import type { AnswerElsewhere } from "../http/elsewhere.ts";
import type { Models } from "../models.ts";
import { jobOf, type Reply, responseOf } from "./job.ts";
import { createRunJob, type RunJob } from "./run_job.ts";
import { createWorkerQueue, WorkerUnavailable } from "./worker_queue.ts";

/** Answers long requests. */
export interface LongWorker {
  /** Answers one. */
  readonly answer: AnswerElsewhere;
  /** Ends the thread. */
  readonly stop: () => void;
}

/** Options of {@linkcode createLongWorker}. */
export interface LongWorkerOptions {
  /** Used if no thread can be started. */
  readonly models: Models;
  /** Called with every unexpected error and the request's id. */
  readonly onError: (error: Error, requestId: string) => void;
  /** Called once with the reason if no thread can be started. */
  readonly onUnavailable: (reason: string) => void;
}

/** The most requests that may wait. */
const MOST = 32;

/** How long one may wait for its turn, in milliseconds. */
const WAIT = 30_000;

/** How long one may take then, in milliseconds. */
const LIMIT = 10_000;

/** Idle milliseconds after which the thread ends to free its memory. */
const IDLE = 30_000;

/** The folder of all modules, and the thread's program in it. */
const [FOLDER, PROGRAM] = import.meta.url.endsWith(".ts")
  ? [new URL("../", import.meta.url), new URL("./worker.ts", import.meta.url)]
  // The bundle's modules are in one folder, but its entry points are not.
  : [
    new URL("./", import.meta.url),
    new URL("./src/long_work/worker.js", import.meta.url),
  ];

/**
 * Creates a worker for long requests. If no thread can be started (no
 * permission to read its program, no such file, no workers), it answers in this
 * thread.
 *
 * @param options The models, and callbacks for errors.
 */
export function createLongWorker(
  { models, onError, onUnavailable }: LongWorkerOptions,
): LongWorker {
  const queue = createWorkerQueue({
    open: openWorker,
    most: MOST,
    wait: WAIT,
    limit: LIMIT,
    idle: IDLE,
  });
  let isAvailable = true;
  let runHere: RunJob | undefined;

  async function run(
    c: Context,
    body: Uint8Array<ArrayBuffer> | null,
  ): Promise<Reply> {
    const job = jobOf(c, body);
    if (isAvailable) {
      try {
        return await queue.run(job, c.req.raw.signal);
      } catch (error) {
        if (!(error instanceof WorkerUnavailable)) throw error;
        if (isAvailable) onUnavailable(error.message);
        isAvailable = false;
      }
    }
    runHere ??= createRunJob(models);
    return await runHere(job);
  }

  return {
    async answer(c, body) {
      const reply = await run(c, body);
      if (reply.error !== undefined) {
        const error = new Error("A long request failed");
        error.stack = reply.error;
        onError(error, c.get("requestId") ?? c.env?.requestId);
      }
      return responseOf(c, reply);
    },
    stop: queue.stop,
  };
}

/**
 * Starts the thread. The permission is checked first, because Deno would print
 * a stack trace without it.
 */
function openWorker(): Worker {
  const read = { name: "read", path: FOLDER } as const;
  if (Deno.permissions.querySync(read).state !== "granted") {
    throw new Error(`no permission to read ${fileURLToPath(FOLDER)}`);
  }
  return new Worker(PROGRAM, { type: "module", name: "long work" });
}
