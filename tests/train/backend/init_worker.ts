/**
 * A Worker that starts the backend and answers with a gradient; used by
 * init_test.ts.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../../../train/backend/mod.ts";

await initBackend("wasm");
const gradient = tf.grad((x: tf.Tensor) => tf.sum(tf.square(x)))(
  tf.tensor1d([3, 4]),
);
(self as unknown as { postMessage(message: unknown): void }).postMessage({
  backend: tf.getBackend(),
  gradient: [...gradient.dataSync()],
});
