import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { conform } from "../../../tools/oip/main.ts";
import { CURRENT, startDeno } from "../runtimes/runtimes.ts";

const MAIN = fileURLToPath(new URL("../../../main.ts", import.meta.url));

type Json = Record<string, unknown>;

/** Faults that a server may have, and the check that must find each. */
const FAULTS: readonly [RegExp, (path: string, json: Json) => Json][] = [
  [
    /GET \/v2 answers/,
    (path, json) => path === "/v2" ? { ...json, version: 1 } : json,
  ],
  [/live answers/, (path, json) => path.endsWith("live") ? {} : json],
  [
    /health\/ready/,
    (path, json) => path.endsWith("health/ready") ? { ready: false } : json,
  ],
  [
    /unknown model/,
    (_, { error, ...json }) => error === undefined ? json : { detail: error },
  ],
  [
    /has name/,
    (_, json) => "platform" in json ? { ...json, outputs: [] } : json,
  ],
  [
    /is ready/,
    (path, json) => /models.*ready$/.test(path) ? { ready: false } : json,
  ],
  [/echoes the id/, (_, json) => "id" in json ? { ...json, id: 42 } : json],
  [
    /infers one/,
    (_, json) => "model_name" in json ? { ...json, model_name: "other" } : json,
  ],
  [/infers a batch/, (_, json) =>
    "model_name" in json
      ? {
        ...json,
        outputs: (json.outputs as Json[]).map((output) => ({
          ...output,
          shape: [1],
        })),
      }
      : json],
];

/** An answer in bytes that lacks the last one. */
function binaryFault(
  bytes: Uint8Array<ArrayBuffer>,
  length: string,
): Response {
  const headers = { "Inference-Header-Content-Length": length };
  return new Response(bytes.slice(0, -1), { headers });
}

Deno.test("conform() finds what a server does wrong, and nothing wrong here", async (t) => {
  const service = await startDeno(CURRENT, MAIN);
  let fault: (path: string, json: Json) => Json = (_, json) => json;
  // Passes requests on, and the answers with a fault.
  const proxy = Deno.serve({ port: 0, onListen() {} }, async (request) => {
    const { pathname } = new URL(request.url);
    const body = request.method === "POST" ? await request.bytes() : null;
    const response = await fetch(`${service.origin}${pathname}`, {
      method: request.method,
      headers: request.headers,
      body,
    });
    const { status } = response;
    const length = response.headers.get("Inference-Header-Content-Length");
    if (length !== null) return binaryFault(await response.bytes(), length);
    return Response.json(fault(pathname, await response.json()), { status });
  });
  const url = `http://localhost:${proxy.addr.port}/`;
  try {
    await t.step("the service conforms", async () => {
      const lines: string[] = [];
      const models = ["recognizer", "generator"];
      const failed = await conform(service.origin, models, (line) => {
        lines.push(line);
      });
      assert.equal(failed, 0, lines.join("\n"));
      assert.equal(lines.at(-1), "34 passed, 0 failed");
    });
    await t.step("a missing byte is found", async () => {
      const lines: string[] = [];
      await conform(url, ["generator"], (line) => {
        lines.push(line);
      });
      const failed = lines.filter((line) => line.startsWith("FAILED"));
      assert.match(failed.join("\n"), /answers bytes.*bytes after the JSON/);
    });
    for (const [check, broken] of FAULTS) {
      await t.step(`a fault is found: ${check.source}`, async () => {
        fault = broken;
        const lines: string[] = [];
        const failed = await conform(url, ["generator"], (line) => {
          lines.push(line);
        });
        assert.ok(failed > 0);
        const found = lines.filter((line) => line.startsWith("FAILED"));
        assert.equal(found.length, failed);
        assert.ok(found.some((line) => check.test(line)), found.join("\n"));
      });
    }
  } finally {
    await proxy.shutdown();
    await service.stop();
  }
});
