/**
 * A matrix product in WGSL, for software adapters. Not for hardware: each
 * output element is one thread's loop over memory, and threads share nothing.
 *
 * TensorFlow.js's own product shares tiles between threads that synchronize at
 * barriers. Mesa's llvmpipe makes a coroutine of every such thread, and LLVM
 * takes half a minute to compile the transposed variant. This shader has no
 * barriers and handles all transpositions.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/** Threads per workgroup. */
const WORKGROUP = 64;

const UNIFORMS = "inner : i32, aStrides : vec3<i32>, bStrides : vec3<i32>,";

/** TensorFlow.js declares the names that are not declared here. */
const SHADER = `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    let place = getCoordsFromIndex(index);
    let left = place.x * uniforms.aStrides.x + place.y * uniforms.aStrides.y;
    let right = place.x * uniforms.bStrides.x + place.z * uniforms.bStrides.z;
    var sum = 0.0;
    for (var k = 0; k < uniforms.inner; k++) {
      sum += a[left + k * uniforms.aStrides.z] *
        b[right + k * uniforms.bStrides.y];
    }
    setOutputAtIndex(index, sum);
  }`;

/**
 * Replaces TensorFlow.js's product on the WebGPU backend, which must be loaded.
 * Calling it again changes nothing.
 */
export function registerPlainProduct(): void {
  const kernel = { kernelName: "BatchMatMul", backendName: "webgpu" };
  const { kernelFunc } = tf.getKernel(kernel.kernelName, kernel.backendName);
  if (kernelFunc === product) return;
  tf.unregisterKernel(kernel.kernelName, kernel.backendName);
  tf.registerKernel({ ...kernel, kernelFunc: product });
}

/**
 * The kernel.
 *
 * @throws {TypeError} if two batches of matrices differ in length.
 */
function product(
  { inputs, attrs, backend }: Parameters<tf.KernelFunc>[0],
): tf.TensorInfo {
  const { a, b } = inputs as Record<"a" | "b", tf.TensorInfo>;
  const { transposeA, transposeB } = attrs as Record<string, boolean>;
  const left = matrices(a, transposeA!);
  const right = matrices(b, transposeB!);
  if (left.count !== right.count && left.count !== 1 && right.count !== 1) {
    throw new TypeError(
      `batches of matrices are of one length, or one matrix, found ` +
        `[${a.shape.join(", ")}] and [${b.shape.join(", ")}]`,
    );
  }
  const shape = [Math.max(left.count, right.count), left.rows, right.columns];
  const uniforms = [[left.columns], left.strides, right.strides];
  const y = (backend as WebGPUBackend).runWebGPUProgram(
    program(shape),
    [a, b],
    "float32",
    uniforms.map((data) => ({ type: "int32", data })),
  );
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2),
  );
  return { ...y, shape: [...batch, left.rows, right.columns] };
}

/** Interprets a tensor as a batch of matrices, transposed or not. */
function matrices({ shape }: tf.TensorInfo, transposed: boolean): {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  /** Strides of matrices, rows and columns. */
  readonly strides: number[];
} {
  const [rows, columns] = shape.slice(-2) as [number, number];
  const count = tf.util.sizeFromShape(shape.slice(0, -2));
  // A single matrix is used for the other operand's whole batch.
  const stride = count === 1 ? 0 : rows * columns;
  return transposed
    ? { count, rows: columns, columns: rows, strides: [stride, 1, columns] }
    : { count, rows, columns, strides: [stride, columns, 1] };
}

type Program = Parameters<WebGPUBackend["runWebGPUProgram"]>[0];

function program(outputShape: number[]): Program {
  const size = tf.util.sizeFromShape(outputShape);
  return {
    shaderKey: "inkling_product",
    variableNames: ["a", "b"],
    uniforms: UNIFORMS,
    size: true,
    outputShape,
    workgroupSize: [WORKGROUP, 1, 1],
    dispatch: [Math.ceil(size / WORKGROUP), 1, 1],
    dispatchLayout: { x: [0, 1, 2] },
    getUserCode: () => SHADER,
  };
}
