import * as tf from "@tensorflow/tfjs";
import { assertSameAsCpu, randomInput } from "../compare.ts";

/** rows, inner, columns. */
const SHAPES = [
  [1, 1, 1],
  [1, 5, 3],
  [5, 1, 7],
  [3, 7, 5],
  [7, 17, 8],
  [17, 9, 20],
  [6, 33, 16],
  [13, 100, 41],
  [64, 74, 130],
  [37, 700, 29],
  [230, 130, 17],
] as const;

for (const transposeA of [false, true]) {
  for (const transposeB of [false, true]) {
    const name = `transposeA ${transposeA}, transposeB ${transposeB}`;
    Deno.test(`matMul() and its gradients equal the CPU backend's: ${name}`, async () => {
      for (const [rows, inner, columns] of SHAPES) {
        const inputs = [
          randomInput(1, transposeA ? [inner, rows] : [rows, inner]),
          randomInput(2, transposeB ? [columns, inner] : [inner, columns]),
        ];
        await assertSameAsCpu(`${rows}x${inner}x${columns}`, inputs, (a, b) => {
          const product = (a: tf.Tensor, b: tf.Tensor) =>
            tf.matMul(a, b, transposeA, transposeB);
          return [product(a!, b!), ...tf.grads(product)([a!, b!])];
        });
      }
    });
  }
}

Deno.test("matMul() of batches equals the CPU backend's", async () => {
  const cases: [number[], number[]][] = [
    [[3, 5, 4], [3, 4, 7]],
    [[1, 5, 4], [3, 4, 7]],
    [[3, 5, 4], [1, 4, 7]],
    [[2, 3, 5, 4], [2, 3, 4, 9]],
    [[2, 1, 5, 4], [1, 3, 4, 9]],
  ];
  for (const [a, b] of cases) {
    const inputs = [randomInput(1, a), randomInput(2, b)];
    await assertSameAsCpu(
      `${a} by ${b}`,
      inputs,
      (a, b) => [tf.matMul(a!, b!)],
    );
  }
});

Deno.test("matMul() of a right matrix larger than the cache equals the CPU backend's", async () => {
  const inputs = [randomInput(1, [7, 2100]), randomInput(2, [2100, 260])];
  await assertSameAsCpu("7x2100x260", inputs, (a, b) => [tf.matMul(a!, b!)]);
});
