import assert from "node:assert/strict";
import type { Kernels } from "../../../train/backend/wasm.ts";

const MODULE = new URL("../../../train/backend/kernels.wasm", import.meta.url);

/** Instantiates a module on memory of its own. */
async function onMemory(
  bytes: BufferSource,
  pages: number,
): Promise<{ kernels: Kernels; memory: WebAssembly.Memory }> {
  const memory = new WebAssembly.Memory({ initial: pages });
  const { instance } = await WebAssembly.instantiate(bytes, {
    env: { memory },
  });
  return { kernels: instance.exports as unknown as Kernels, memory };
}

/** The module with another minimum for the memory that it imports. */
function withMinimum(
  bytes: Uint8Array<ArrayBuffer>,
  pages: number,
): Uint8Array<ArrayBuffer> {
  // The end of the import: a name, its kind (memory), no maximum, the minimum.
  const name = [...new TextEncoder().encode("memory"), 2, 0];
  const at = bytes.findIndex((_, i) =>
    name.every((byte, k) => bytes[i + k] === byte)
  );
  assert.ok(at > 0);
  const changed = bytes.slice();
  changed[at + name.length] = pages;
  return changed;
}

Deno.test("kernels.wasm declares a page of memory, which changes no bit", async () => {
  const bytes = await Deno.readFile(MODULE);
  await assert.rejects(onMemory(bytes, 0), WebAssembly.LinkError);
  const without = withMinimum(bytes, 0);
  await onMemory(without, 0);

  const [inputs, weights, outputs] = [1024, 16_384, 32_768];
  const products = [];
  for (const module of [bytes, without]) {
    const { kernels, memory } = await onMemory(module, 1);
    const floats = new Float32Array(memory.buffer, 0, outputs / 4);
    for (let i = 0; i < floats.length; i++) floats[i] = Math.sin(i * i);
    // 7 rows of 19 times 16 columns: whole tiles, ragged ones, long sums.
    kernels.multiplyRows(
      ...[inputs, 4 * 19, weights, outputs, 4 * 16],
      ...[7, 19, 16, 0],
    );
    products.push(new Float32Array(memory.buffer, outputs, 7 * 16).slice());
  }
  assert.ok(products[0]!.every((value) => value !== 0));
  assert.deepEqual(products[0], products[1]);
});
