/**
 * Time per TensorFlow.js kernel, measured by wrapping every registered kernel
 * of the current backend. The rest of a step's time is JavaScript.
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
  /** Total time of all its runs. */
  readonly milliseconds: number;
}

/**
 * Times every kernel while a function runs.
 *
 * @param run What to time; a promise is awaited.
 * @returns One entry per kernel, the longest first.
 */
export async function profileKernels(
  run: () => unknown,
): Promise<KernelTime[]> {
  const backend = tf.getBackend();
  const originals = tf.getKernelsForBackend(backend);
  const times = new Map<string, { calls: number; milliseconds: number }>();
  for (const original of originals) {
    replace(original, (call) => {
      const start = performance.now();
      const result = original.kernelFunc(call);
      const time = times.get(original.kernelName) ??
        { calls: 0, milliseconds: 0 };
      time.calls++;
      time.milliseconds += performance.now() - start;
      times.set(original.kernelName, time);
      return result;
    });
  }
  try {
    await run();
  } finally {
    for (const original of originals) replace(original, original.kernelFunc);
  }
  return [...times]
    .map(([kernel, time]) => ({ kernel, ...time }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

function replace(config: tf.KernelConfig, kernelFunc: tf.KernelFunc): void {
  tf.unregisterKernel(config.kernelName, config.backendName);
  // Without setupFunc: the kernel has been set up already.
  const { kernelName, backendName } = config;
  tf.registerKernel({ kernelName, backendName, kernelFunc });
}
