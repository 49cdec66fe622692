import assert from "node:assert/strict";
import { createApp } from "../../../src/app.ts";
import { encodeBase64 } from "../../../src/base64.ts";
import { decodePng } from "../../../src/image/png/decode.ts";
import { loadModels } from "../../../src/models.ts";
import {
  callText,
  handUrl,
  LANGUAGES,
  morphUrl,
  numberUrl,
  wallUrl,
} from "../../../src/page/made/calls.ts";
import { type MadeState, stateFromLink } from "../../../src/page/made/state.ts";

const models = await loadModels();
const generator = await models.generator();
const app = createApp(models);
const { name } = generator.info;

const STATES: readonly MadeState[] = [
  stateFromLink({}, 7),
  stateFromLink({ digit: "3", spread: "0.5", style: "9", number: "1 23" }, 7),
];

Deno.test("wallUrl() and numberUrl() are URLs that the service answers for good", async () => {
  for (const state of STATES) {
    for (const format of ["png", "svg"] as const) {
      for (
        const path of [
          wallUrl(state, 10, format, name),
          numberUrl(state, format, name),
        ]
      ) {
        const response = await app.request(path);
        assert.equal(response.status, 200, path);
        assert.match(response.headers.get("Cache-Control")!, /immutable/);
        await response.body?.cancel();
      }
    }
  }
  assert.doesNotMatch(wallUrl(STATES[0]!, 8, "png", null), /model/);
});

Deno.test("handUrl() draws the digit of its latent", async () => {
  const latent = generator.latents({ digits: [3], seed: 11 });
  const response = await app.request(
    handUrl(STATES[1]!, latent, "png", name),
  );
  const { pixels, width } = decodePng(await response.bytes());
  assert.equal(width, 28 * 8);
  const expected = generator.draw([3], latent);
  for (let at = 0; at < 784; at++) {
    const [x, y] = [at % 28, Math.floor(at / 28)];
    assert.equal(pixels[(y * width + x) * 8], expected[at]);
  }
  assert.ok(
    handUrl(STATES[1]!, latent, "png", name)
      .includes(encodeURIComponent(encodeBase64(latent))),
  );
});

Deno.test("morphUrl() draws a frame of the morph", async () => {
  const latent = generator.latents({ digits: [3], seed: 11 });
  const state = { ...STATES[1]!, to: 9, share: 0.25 };
  const response = await app.request(morphUrl(state, latent, "png", name));
  const { pixels, width } = decodePng(await response.bytes());
  const expected = generator.draw([{ from: 3, to: 9, share: 0.25 }], latent);
  for (let at = 0; at < 784; at++) {
    const [x, y] = [at % 28, Math.floor(at / 28)];
    assert.equal(pixels[(y * width + x) * 8], expected[at]);
  }
});

Deno.test("callText() holds the URL in every language", () => {
  const url = "https://example.com/sample?text=1+2&latent=a%2Bb%3D";
  for (const language of LANGUAGES) {
    assert.ok(callText(language, url, "a.png").includes(url), language);
  }
});
