/**
 * The REST endpoints of the Open Inference Protocol v2, for both models.
 *
 * Errors have the protocol's own body, `{"error": "..."}`.
 *
 * @see {@link https://github.com/kserve/open-inference-protocol | Open Inference Protocol}
 * @module
 */

import type { Context } from "hono";
import { Hono } from "hono/quick";
import { allow, methodsOfRoutes } from "../../http/allow.ts";
import type { AnswerElsewhere } from "../../http/elsewhere.ts";
import { jsonAnswer } from "../../http/json_answer.ts";
import { createPatience } from "../../http/patience.ts";
import { Problem } from "../../http/problem.ts";
import { isJsonFault } from "../../json/error.ts";
import type { ModelInfo } from "../../model_file.ts";
import { VERSION } from "../../release.ts";
import { infer } from "./infer.ts";
import type { ServedModel } from "./models.ts";

/** The protocol extensions that are supported. */
const EXTENSIONS = ["binary_tensor_data"];

/** Options of {@linkcode inferenceProtocol}. */
export interface ProtocolOptions {
  /** The models by name. */
  readonly models: Readonly<Record<string, ServedModel>>;
  /** Whether the service is stopping. */
  readonly isStopping: () => boolean;
  /** The longest body that is read, in bytes. */
  readonly maxBody: number;
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTime?: number | undefined;
  /** Answers long requests; without it, they are answered like others. */
  readonly elsewhere?: AnswerElsewhere | undefined;
  /** Called with every unexpected error and the request's id. */
  readonly onError: (error: Error, requestId: string) => void;
}

/**
 * Creates the endpoints, below `/v2`.
 *
 * @param options The models, and what they share with the service. The id of a
 * request is `requestId` in its `env`.
 */
export function inferenceProtocol(options: ProtocolOptions): Hono {
  const { models, isStopping, maxBody, onError, elsewhere } = options;
  const { inTime } = createPatience(options.bodyTime);
  const root = new Hono();
  root.onError((error, c) => {
    if (error instanceof Problem) return refusal(c, error);
    if (isJsonFault(error)) return refusal(c, new Problem(400, error.message));
    const { requestId } = c.env as { readonly requestId: string };
    onError(error, requestId);
    return refusal(c, new Problem(500, "The service failed to answer"));
  });
  root.notFound((c) =>
    refusal(c, new Problem(404, `There is no ${c.req.path}`))
  );
  root.use(allow(methodsOfRoutes(root), refusal));

  const app = root.basePath("/v2");
  app.get("/", (c) =>
    jsonAnswer(c, {
      name: "inkling",
      version: VERSION,
      extensions: EXTENSIONS,
    }));
  app.get("/health/live", (c) => jsonAnswer(c, { live: true }));
  app.get("/health/ready", async (c) => {
    const ready = await areReady(Object.values(models), isStopping);
    return readiness(c, ready, { ready, live: true });
  });
  for (const [name, model] of Object.entries(models)) {
    app.get(`/models/${name}`, async (c) => {
      const { input, outputs, info } = model;
      return jsonAnswer(c, {
        name,
        versions: [versionOf(await info())],
        platform: "inkling",
        inputs: [{
          name: input.name,
          datatype: input.datatype,
          shape: [-1, ...input.shapes[0]!],
        }],
        outputs,
      });
    });
    app.get(`/models/${name}/ready`, async (c) => {
      const ready = await areReady([model], isStopping);
      return readiness(c, ready, { name, ready, live: true });
    });
    const version = async () => versionOf(await model.info());
    app.post(
      `/models/${name}/infer`,
      infer(name, model, { inTime, maxBody, elsewhere, version }),
    );
  }
  return root;
}

/** The answer about what is ready, or not yet. */
function readiness(c: Context, ready: boolean, body: object): Response {
  return ready
    ? jsonAnswer(c, body)
    : jsonAnswer(c, body, 503, { "Retry-After": "1" });
}

/** A refusal in the protocol's form. */
function refusal(
  c: Context,
  { message, status, headers }: Problem,
): Response {
  return jsonAnswer(c, { error: message }, status, {
    "Cache-Control": "no-store",
    ...headers,
  });
}

async function areReady(
  models: readonly ServedModel[],
  isStopping: () => boolean,
): Promise<boolean> {
  if (isStopping()) return false;
  try {
    const tests = await Promise.all(models.map((model) => model.selfTest()));
    return tests.every(Boolean);
  } catch {
    return false;
  }
}

/** The part of a model's name that changes with the model. */
function versionOf({ sha256 }: ModelInfo): string {
  return sha256.slice(0, 8);
}
