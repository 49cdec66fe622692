/**
 * Time per TensorFlow.js kernel, measured by wrapping every registered kernel
 * of the current backend.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** Time of one kernel. */
export interface KernelTime {
  /** Name of the kernel in TensorFlow.js's registry. */
  readonly kernel: string;
  /** How often it ran. */
  readonly calls: number;
  /** Total time of all its runs, without kernels that it runs itself. */
  readonly milliseconds: number;
}

/** Times of a function's kernels. */
export interface Profile {
  /** One entry per kernel, the longest first. */
  readonly kernels: readonly KernelTime[];
  /** Time of the whole function, of which the rest is JavaScript. */
  readonly milliseconds: number;
}

/**
 * Times every kernel while a function runs.
 *
 * @param run What to time; a promise is awaited.
 */
export async function profileKernels(run: () => unknown): Promise<Profile> {
  const backend = tf.getBackend();
  const originals = tf.getKernelsForBackend(backend);
  const times = new Map<string, { calls: number; milliseconds: number }>();
  /** Time of the kernels that the current one has run. */
  let inner = 0;
  for (const original of originals) {
    replace(original, (call) => {
      const before = inner;
      inner = 0;
      const start = performance.now();
      const result = original.kernelFunc(call);
      const whole = performance.now() - start;
      const time = times.get(original.kernelName) ??
        { calls: 0, milliseconds: 0 };
      time.calls++;
      time.milliseconds += whole - inner;
      inner = before + whole;
      times.set(original.kernelName, time);
      return result;
    });
  }
  const start = performance.now();
  try {
    await run();
  } finally {
    for (const original of originals) replace(original, original.kernelFunc);
  }
  const milliseconds = performance.now() - start;
  const kernels = [...times]
    .map(([kernel, time]) => ({ kernel, ...time }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
  return { kernels, milliseconds };
}

function replace(config: tf.KernelConfig, kernelFunc: tf.KernelFunc): void {
  tf.unregisterKernel(config.kernelName, config.backendName);
  // Without setupFunc: the kernel has been set up already.
  const { kernelName, backendName } = config;
  tf.registerKernel({ kernelName, backendName, kernelFunc });
}
