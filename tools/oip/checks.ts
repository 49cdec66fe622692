/**
 * Checks that a server conforms to the Open Inference Protocol.
 *
 * @module
 */

import assert from "node:assert/strict";
import { checkBinary, hasBinary } from "./binary.ts";
import {
  type Answer,
  ask,
  checkInference,
  checkTensors,
  type ModelMetadata,
  zeros,
} from "./protocol.ts";

/** A check. It rejects if the server does not conform. */
export interface Check {
  /** What is checked. */
  readonly name: string;
  /** Checks it. */
  run(): Promise<void>;
}

/** Maximum size of a batch. */
const BATCH = 3;

/**
 * Checks of a server.
 *
 * @param server Its URL, without a slash at the end.
 */
export function serverChecks(server: string): Check[] {
  return [
    {
      name: "GET /v2 answers name, version and extensions",
      async run() {
        const { status, json } = await ask(`${server}/v2`);
        assert.equal(status, 200);
        assert.equal(typeof json.name, "string", "name");
        assert.equal(typeof json.version, "string", "version");
        assert.ok(Array.isArray(json.extensions), "extensions");
      },
    },
    {
      name: "GET /v2/health/live answers live",
      async run() {
        const { status, json } = await ask(`${server}/v2/health/live`);
        assert.equal(status, 200);
        assert.equal(json.live, true);
      },
    },
    {
      name: "GET /v2/health/ready answers ready, or the document's live",
      async run() {
        const { status, json } = await ask(`${server}/v2/health/ready`);
        assert.equal(status, 200);
        assert.equal(json.ready ?? json.live, true);
      },
    },
    {
      name: "an unknown model is refused",
      async run() {
        const model = `${server}/v2/models/no-such-model`;
        for (const path of [model, `${model}/ready`]) {
          checkRefusal(await ask(path));
        }
        checkRefusal(await ask(`${model}/infer`, { inputs: [] }));
      },
    },
  ];
}

/**
 * Checks of a model.
 *
 * @param server The server's URL, without a slash at the end.
 * @param model The model's name.
 */
export function modelChecks(server: string, model: string): Check[] {
  const url = `${server}/v2/models/${model}`;
  const metadata = async () => {
    const { status, json } = await ask(url);
    assert.equal(status, 200);
    return json as unknown as ModelMetadata;
  };
  const infer = (request: unknown) => ask(`${url}/infer`, request);
  const inputs = ({ inputs }: ModelMetadata, batch: number, nested = false) =>
    inputs.map((input) => zeros(input, batch, nested));
  /** A check of inference, by the model's metadata. */
  const inference = (
    what: string,
    run: (metadata: ModelMetadata) => Promise<void>,
  ): Check => ({
    name: `${model}: ${what}`,
    run: async () => await run(await metadata()),
  });
  const refusal = (
    what: string,
    request: (metadata: ModelMetadata) => unknown,
  ): Check =>
    inference(`refuses ${what}`, async (metadata) => {
      checkRefusal(await infer(request(metadata)));
    });

  return [
    {
      name: `${model}: has name, platform, inputs and outputs`,
      async run() {
        const { status, json } = await ask(url);
        assert.equal(status, 200);
        assert.equal(json.name, model, "name");
        assert.equal(typeof json.platform, "string", "platform");
        const { versions = [] } = json;
        assert.ok(Array.isArray(versions), "versions");
        assert.ok(versions.every((one) => typeof one === "string"));
        checkTensors(json.inputs, "inputs");
        checkTensors(json.outputs, "outputs");
      },
    },
    {
      name: `${model}: is ready`,
      async run() {
        const { status, json } = await ask(`${url}/ready`);
        assert.equal(status, 200);
        assert.equal(json.name ?? model, model, "name");
        assert.equal(json.ready ?? json.live, true);
      },
    },
    inference("infers one example", async (metadata) => {
      const answer = await infer({ inputs: inputs(metadata, 1) });
      checkInference(answer, metadata, 1);
    }),
    inference("infers a batch", async (metadata) => {
      const isBatched = metadata.inputs.every(({ shape }) => shape[0] === -1);
      const batch = isBatched ? BATCH : 1;
      const answer = await infer({ inputs: inputs(metadata, batch) });
      checkInference(answer, metadata, batch);
    }),
    inference("takes nested data", async (metadata) => {
      const answer = await infer({ inputs: inputs(metadata, 1, true) });
      checkInference(answer, metadata, 1);
    }),
    inference("echoes the id", async (metadata) => {
      for (const id of ["42", "ünïcode / \u{1f58b}"]) {
        const answer = await infer({ id, inputs: inputs(metadata, 1) });
        checkInference(answer, metadata, 1);
        assert.equal(answer.json.id, id);
      }
    }),
    inference("takes parameters that it does not know", async (metadata) => {
      const parameters = { "x-unknown": true, "x-number": 1, "x-text": "a" };
      const answer = await infer({
        parameters,
        inputs: inputs(metadata, 1).map((input) => ({ ...input, parameters })),
      });
      checkInference(answer, metadata, 1);
    }),
    inference("returns the outputs that are asked for", async (metadata) => {
      for (const { name } of metadata.outputs) {
        const request = { inputs: inputs(metadata, 1), outputs: [{ name }] };
        checkInference(await infer(request), metadata, 1, [name]);
      }
    }),
    inference("takes and answers bytes, if it says so", async (metadata) => {
      const { json } = await ask(`${server}/v2`);
      if (hasBinary(json.extensions)) await checkBinary(url, metadata);
    }),
    refusal("a body that is not JSON", () => "{"),
    refusal("a request without inputs", () => ({ id: "1" })),
    refusal("an input that it does not have", (metadata) => ({
      inputs: inputs(metadata, 1).map((input) => ({ ...input, name: "x-no" })),
    })),
    refusal("another datatype", (metadata) => ({
      inputs: inputs(metadata, 1).map((input) => ({
        ...input,
        datatype: input.datatype === "BOOL" ? "INT32" : "BOOL",
      })),
    })),
    refusal("a shape that the data do not have", (metadata) => ({
      inputs: inputs(metadata, 1).map((input) => ({
        ...input,
        data: [...input.data, input.data[0]],
      })),
    })),
    refusal("an output that it does not have", (metadata) => ({
      inputs: inputs(metadata, 1),
      outputs: [{ name: "x-no" }],
    })),
  ];
}

/** A refusal needs an error status and the protocol's error body. */
function checkRefusal({ status, json }: Answer): void {
  assert.ok(status >= 400 && status < 500, `status ${status}`);
  assert.equal(typeof json.error, "string", "error");
  assert.notEqual(json.error, "", "error");
}
