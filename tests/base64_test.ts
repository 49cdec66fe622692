import assert from "node:assert/strict";
import { decodeBase64, encodeBase64 } from "../src/base64.ts";

const BYTES = Uint8Array.of(251, 255, 0, 254);

Deno.test("decodeBase64() reads either alphabet, padding or not, and lines", () => {
  const texts = ["+/8A/g==", "-_8A_g==", "-_8A_g", " +/8A\r\n/g==\n"];
  for (const text of texts) assert.deepEqual(decodeBase64(text), BYTES);
  assert.deepEqual(decodeBase64(""), new Uint8Array(0));
});

Deno.test("decodeBase64() refuses what is not base64", () => {
  for (const text of ["%", "A", "AA=A", "é"]) {
    assert.throws(() => decodeBase64(text), SyntaxError);
  }
});

Deno.test("encodeBase64() writes what decodeBase64() reads", () => {
  assert.equal(encodeBase64(BYTES), "+/8A/g==");
  const all = Uint8Array.from({ length: 784 }, (_, i) => i % 256);
  assert.deepEqual(decodeBase64(encodeBase64(all)), all);
});
