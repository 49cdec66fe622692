import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { type BackendName, initBackend } from "../../../train/backend/mod.ts";
import { findAdapter, isSoftware } from "../../../train/backend/webgpu.ts";
import { registerPlainProduct } from "../../../train/backend/webgpu_product.ts";
import { readValues } from "../../../train/network/read_values.ts";
import { assertClose, type Input, randomInput } from "./compare.ts";

const adapter = await findAdapter();
/**
 * On hardware, TensorFlow.js's own product would run, which is not tested here.
 */
const ignore = adapter === null || !isSoftware(adapter.info);

/** Shapes of both operands, before transposition. */
const CASES: [number[], number[]][] = [
  [[1, 1], [1, 1]],
  [[5, 7], [7, 3]],
  [[17, 65], [65, 9]],
  [[3, 4, 5], [3, 5, 2]],
  [[3, 4, 5], [1, 5, 2]],
  [[2, 1, 4, 5], [2, 1, 5, 2]],
];

/** The four transpositions of a product, one after another. */
async function products(
  backend: BackendName,
  a: Input,
  b: Input,
): Promise<Input[]> {
  await initBackend(backend);
  const [left, right] = [a, b].map(({ values, shape }) =>
    tf.tensor(values.slice(), [...shape])
  ) as [tf.Tensor, tf.Tensor];
  const swap = (x: tf.Tensor): tf.Tensor =>
    tf.transpose(x, [
      ...x.shape.slice(2).map((_, i) => i),
      x.rank - 1,
      x.rank - 2,
    ]);
  const made = tf.tidy(() =>
    [false, true].flatMap((first) =>
      [false, true].map((second) =>
        tf.matMul(
          first ? swap(left) : left,
          second ? swap(right) : right,
          first,
          second,
        )
      )
    )
  );
  const results: Input[] = [];
  for (const tensor of made) {
    results.push({ shape: tensor.shape, values: await readValues(tensor) });
  }
  tf.dispose([left, right, ...made]);
  return results;
}

Deno.test({
  name: "the plain product equals the CPU backend's in all transpositions",
  ignore,
  fn: async () => {
    for (const [i, [left, right]] of CASES.entries()) {
      const inputs = [randomInput(i, left), randomInput(i + 9, right)] as const;
      const expected = await products("cpu", ...inputs);
      const found = await products("webgpu", ...inputs);
      expected.forEach(({ shape, values }, k) => {
        const name = `[${left}] by [${right}], ${k}`;
        assert.deepEqual(found[k]!.shape, shape, name);
        assertClose(name, found[k]!.values, values, 1e-5);
      });
    }
  },
});

Deno.test({
  name: "the plain product refuses batches of different length",
  ignore,
  fn: async () => {
    await initBackend("webgpu");
    registerPlainProduct();
    const [a, b] = [tf.ones([2, 1, 4, 5]), tf.ones([1, 3, 5, 2])];
    assert.throws(() => tf.matMul(a, b), {
      name: "TypeError",
      message: /batches of matrices are of one length.*\[1, 3, 5, 2\]/,
    });
    tf.dispose([a, b]);
  },
});
