/**
 * The backends that TensorFlow.js can compute on, for modules that do not load
 * it.
 *
 * @module
 */

/** Names of the backends. */
export const BACKEND_NAMES = ["wasm", "webgpu", "cpu"] as const;

/** A member of {@linkcode BACKEND_NAMES}. */
export type BackendName = typeof BACKEND_NAMES[number];
