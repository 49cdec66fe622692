/**
 * The thread that answers long requests, one after another.
 *
 * @module
 */

/// <reference no-default-lib="true" />
/// <reference lib="deno.worker" />

import { loadModels } from "../models.ts";
import { once } from "../once.ts";
import type { Job } from "./job.ts";
import { createRunJob } from "./run_job.ts";

const load = once(async () => createRunJob(await loadModels()));

self.onmessage = async ({ data }: MessageEvent<Job>) => {
  const reply = await (await load())(data);
  self.postMessage(reply, [reply.body.buffer]);
};

self.postMessage("ready");
