import assert from "node:assert/strict";
import { createHttpRecognizer } from "../../../src/page/read/http_recognizer.ts";
import { MAX_POINTS } from "../../../src/image/strokes.ts";
import { SEVEN_JSON } from "./answers.ts";

const STROKE = { x: [1, 2], y: [3, 4], t: [0, 5] };

/**
 * A recognizer whose server answers the given JSON, and the requests sent to
 * it.
 */
function harness(json: unknown) {
  const sent: { url: string; init: RequestInit }[] = [];
  const recognizer = createHttpRecognizer(
    (url, init) => {
      sent.push({ url, init });
      return Promise.resolve(Response.json(json));
    },
    (png) => Promise.resolve(png.map((byte) => byte + 1)),
  );
  return { recognizer, sent };
}

Deno.test("createHttpRecognizer() posts the strokes and forwards the signal", async () => {
  const { recognizer, sent } = harness(SEVEN_JSON);
  const { signal } = new AbortController();
  const answer = await recognizer.recognizeStrokes([STROKE], signal);
  assert.equal(sent[0]?.url, "/recognize?explain=true");
  assert.equal(sent[0]?.init.method, "POST");
  assert.equal(sent[0]?.init.signal, signal);
  assert.deepEqual(JSON.parse(String(sent[0]?.init.body)), {
    strokes: [STROKE],
  });
  assert.equal(recognizer.place, "server");
  assert.deepEqual(answer, {
    ...SEVEN_JSON,
    number: null,
    seen: null,
    milliseconds: null,
  });
});

Deno.test("createHttpRecognizer() decodes the picture that the model saw", async () => {
  const { recognizer } = harness({ ...SEVEN_JSON, normalized: "AAEC" });
  const answer = await recognizer.recognizeStrokes(
    [STROKE],
    new AbortController().signal,
  );
  assert.deepEqual(answer.seen, new Uint8Array([1, 2, 3]));
});

Deno.test("createHttpRecognizer() sends at most as many points as the server accepts", async () => {
  const { recognizer, sent } = harness(SEVEN_JSON);
  const many = Array.from({ length: MAX_POINTS + 1 }, (_, index) => index);
  await recognizer.recognizeStrokes(
    [{ x: many, y: many, t: many }],
    new AbortController().signal,
  );
  const { strokes } = JSON.parse(String(sent[0]?.init.body));
  assert.ok(strokes[0].x.length <= MAX_POINTS, `${strokes[0].x.length} points`);
});
