/**
 * The service for workerd, the runtime of Cloudflare Workers. It has no file
 * system and compiles no WebAssembly, so a script written by
 * tools/build_workerd.ts imports modules and files.
 *
 * @module
 */

import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { createLog } from "./http/access_log.ts";
import type { CompiledDecoders } from "./image/decode.ts";
import { openModel } from "./model_file.ts";
import { once } from "./once.ts";
import { createRecognizer } from "./recognizer.ts";

/** What the runtime imports instead of reading files. */
export interface WorkerFiles {
  /** The engine's build for this runtime. */
  readonly engine: WebAssembly.Module;
  /** Picture decoders. */
  readonly decoders: CompiledDecoders;
  /** Files of `static/` and `models/`, by path. */
  readonly files: Readonly<Record<string, ArrayBuffer>>;
}

/** The object whose `fetch` workerd calls for each request. */
export interface Worker {
  /**
   * Answers a request.
   *
   * @param request The request.
   * @param env The worker's variables: the configuration, except for listening.
   */
  fetch(
    request: Request,
    env: Readonly<Record<string, unknown>>,
  ): Promise<Response>;
}

/**
 * Creates the worker. It opens the models with its first request: outside of a
 * request, workerd allows neither waiting nor hashing.
 *
 * `GET /metrics` is not served: isolates come and go, and each would count by
 * itself.
 *
 * @param imported The files and modules.
 */
export function createWorker(imported: WorkerFiles): Worker {
  const { engine, decoders, files } = imported;
  const read = (path: string) => {
    const file = files[path];
    if (file === undefined) throw new RangeError(`${path} was not built in`);
    return new Uint8Array(file);
  };

  let env: Readonly<Record<string, unknown>> = {};
  const application = once(async () => {
    const { log, ...options } = readConfig((name) => {
      const value = env[name];
      return typeof value === "string" ? value : undefined;
    });
    const recognizer = createRecognizer(
      await openModel("recognizer", read("models/recognizer.safetensors")),
      engine,
    );
    return createApp({
      ...options,
      ...(log === "off"
        ? {}
        : { log: createLog(log, (line) => console.log(line)) }),
      metrics: false,
      recognizer,
      generator: once(async () => {
        const { createGenerator } = await import("./generator.ts");
        const file = read("models/generator.safetensors");
        return createGenerator(await openModel("generator", file), engine);
      }),
      decoders,
      files: {
        list: () => Object.keys(files),
        read: (path) => Promise.resolve(read(path)),
      },
    });
  });

  return {
    async fetch(request, variables) {
      env = variables;
      const app = await application();
      const hostname = request.headers.get("CF-Connecting-IP");
      // The network in front compresses; workerd would compress a second time.
      const headers = new Headers(request.headers);
      headers.delete("Accept-Encoding");
      const plain = new Request(request, { headers });
      return await app.fetch(plain, { remoteAddr: { hostname } });
    },
  };
}
