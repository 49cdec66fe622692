/**
 * The application: every route and every middleware on one screen.
 *
 * @module
 */

// Its router needs no preparation, which saves 5 ms until the first answer.
import { Hono } from "hono/quick";
import { timing } from "hono/timing";
import { accessLog, type Log } from "./http/access_log.ts";
import { produces } from "./http/accept.ts";
import { acceptPost, allow, methodsOfRoutes } from "./http/allow.ts";
import { MAX_BODY_BYTES } from "./http/body.ts";
import { createGate } from "./http/gate.ts";
import type { AnswerElsewhere } from "./http/elsewhere.ts";
import { allowOrigins, securityHeaders } from "./http/headers.ts";
import { plainHost } from "./http/host.ts";
import { answerError, notFound } from "./http/problem.ts";
import { lazy } from "./http/lazy.ts";
import { createMetrics } from "./http/metrics.ts";
import type { RateLimit } from "./http/rate_limit.ts";
import { requestId } from "./http/request_id.ts";
import { createRouteName } from "./http/route_name.ts";
import type { FileSource } from "./http/static_files.ts";
import type { CompiledDecoders } from "./image/decode.ts";
import type { LongWorker } from "./long_work/long_work.ts";
import type { LoadGenerator } from "./models.ts";
import { once } from "./once.ts";
import type { Recognizer } from "./recognizer.ts";
import { MEDIA_TYPES } from "./routes/inputs/body.ts";
import { recognize } from "./routes/recognize.ts";

/** Options of {@linkcode createApp}. */
export interface AppOptions {
  /** Reads digits. */
  readonly recognizer: Recognizer;
  /** Loads the generator. */
  readonly generator: LoadGenerator;
  /**
   * Holds the files in `static/` and `models/`.
   * @default the repository's own
   */
  readonly files?: FileSource;
  /**
   * Compiled picture decoders, for runtimes that do not compile WebAssembly.
   */
  readonly decoders?: CompiledDecoders;
  /**
   * Loads the worker that answers long requests. Without one, they run in this
   * thread and other requests wait.
   */
  readonly longWorker?: () => Promise<LongWorker>;
  /**
   * Requests that may be in flight at once; more are refused with 503.
   * @default {256}
   */
  readonly capacity?: number;
  /**
   * Maximum body in bytes.
   *
   * @default 2 MiB
   */
  readonly maxBody?: number;
  /**
   * How long a body may take to arrive, in milliseconds.
   *
   * @default 30 seconds
   */
  readonly bodyTime?: number;
  /**
   * Origins whose pages may read answers.
   * @default {"*"}
   */
  readonly corsOrigins?: "*" | readonly string[];
  /**
   * Limits each client's requests to `/recognize` and `/sample`.
   * @default {null}
   */
  readonly rateLimit?: RateLimit | null;
  /**
   * Number of proxies in front whose `X-Forwarded-For` is trusted.
   * @default {0}
   */
  readonly trustProxy?: number;
  /**
   * Whether to count requests and serve `/metrics`.
   * @default {true}
   */
  readonly metrics?: boolean;
  /** Receives a line for every request; no log by default. */
  readonly log?: Log;
  /**
   * Called with every unexpected error: the client gets a bare 500.
   * @default console.error
   */
  readonly onError?: (error: Error, requestId: string) => void;
}

/** An application that can be stopped. */
export interface App extends Hono {
  /**
   * Refuses requests from now on.
   *
   * @returns Resolves when those in flight are answered.
   */
  readonly stop: () => Promise<void>;
}

/** Where Deno registers its OpenTelemetry, if `OTEL_DENO` is true. */
const TELEMETRY = Symbol.for("opentelemetry.js.api.1");

/** Routes that the rate limit covers. */
const COSTLY = [
  "/recognize",
  "/sample",
  "/v2/models/recognizer/infer",
  "/v2/models/generator/infer",
];

/**
 * Creates the application. Anything that reading the first digit does not need
 * is loaded by the first request that does.
 *
 * @param options The models, and options that differ from the defaults.
 */
export function createApp(options: AppOptions): App {
  const { recognizer, generator } = options;
  const { files, capacity = 256, decoders = {}, longWorker } = options;
  const elsewhere: AnswerElsewhere | undefined = longWorker &&
    (async (c, body) => await (await longWorker()).answer(c, body));
  const { maxBody = MAX_BODY_BYTES, bodyTime, corsOrigins = "*" } = options;
  const { log, metrics = true, trustProxy = 0, rateLimit = null } = options;
  const { onError = (error) => console.error(error) } = options;
  const models = { recognizer: () => recognizer, generator };
  const gate = createGate(capacity);
  const json = produces("application/json");

  const protocol = once(async () =>
    (await import("./routes/v2/protocol.ts")).protocol(recognizer, generator, {
      isStopping: gate.isClosed,
      maxBody,
      bodyTime,
      onError,
      elsewhere,
    })
  );
  // Not every runtime has a URL for a module.
  const top = () => new URL("../", import.meta.url);
  const servedFiles = once(async () => {
    const { repositoryFiles, serveFiles } = await import("./routes/files.ts");
    return serveFiles(files ?? repositoryFiles(top()));
  });

  const app = new Hono();
  app.onError(answerError(onError));
  app.notFound(notFound);

  const routeName = createRouteName(app);
  const ownMethods = methodsOfRoutes(app);
  const methodsOf = async (path: string) =>
    ownMethods(path) ??
      await (path.startsWith("/v2") ? protocol() : servedFiles()).then((part) =>
        part.methodsOf(path)
      );
  const { count, counts } = createMetrics(routeName);
  app.use(requestId());
  if (TELEMETRY in globalThis) {
    const load = once(() => import("./http/tracing.ts"));
    app.use(async (c, next) => {
      await next();
      (await load()).nameSpan(c, routeName(c));
    });
  }
  if (metrics) app.use(count);
  if (log !== undefined) app.use(accessLog(log, trustProxy));
  app.use(timing({ totalDescription: "" }));
  app.use(securityHeaders());
  app.use(allow(methodsOf));
  app.use("/recognize", acceptPost(MEDIA_TYPES));
  app.use(allowOrigins(corsOrigins));
  app.use(plainHost());

  // Before the gate: these are answered when the service is full or stopping.
  app.get(
    "/livez",
    json,
    lazy(async () => (await import("./routes/probes.ts")).live),
  );
  app.get(
    "/readyz",
    json,
    lazy(async () =>
      (await import("./routes/probes.ts")).ready(models, gate.isClosed)
    ),
  );
  if (metrics) {
    app.get(
      "/metrics",
      produces("text/plain"),
      lazy(async () =>
        (await import("./routes/metrics.ts")).writeMetrics(counts)
      ),
    );
  }

  const answerProtocol = lazy(async () => (await protocol()).answer);
  app.all("/v2/health/*", answerProtocol);

  const limiter = rateLimit &&
    once(async () =>
      (await import("./http/rate_limit.ts"))
        .createRateLimiter(rateLimit, trustProxy)
    );
  if (limiter) app.on("ALL", COSTLY, lazy(async () => (await limiter()).guard));
  app.use(gate.guard);
  app.post(
    "/recognize",
    json,
    recognize(recognizer, { maxBody, bodyTime, decoders, elsewhere }),
  );
  app.get(
    "/sample",
    lazy(async () => {
      const { sample } = await import("./routes/sample.ts");
      return sample(generator, { elsewhere });
    }),
  );
  app.get(
    "/models",
    json,
    lazy(async () =>
      (await import("./routes/models.ts")).describeModels(models)
    ),
  );
  app.get(
    "/openapi.json",
    json,
    lazy(async () => (await import("./openapi/route.ts")).openApi),
  );
  app.on("ALL", ["/v2", "/v2/*"], answerProtocol);
  app.on(
    "GET",
    ["/docs", "/docs/", "/docs/viewer.js", "/docs/viewer.css"],
    lazy(async () => {
      const { repositoryFiles } = await import("./routes/files.ts");
      const { docs } = await import("./routes/docs.ts");
      return docs(files ?? repositoryFiles(top()));
    }),
  );
  app.use(lazy(async () => (await servedFiles()).serve));

  const stop = async () => {
    await gate.close();
    (await limiter?.())?.stop();
    (await longWorker?.())?.stop();
  };
  return Object.assign(app, { stop });
}
