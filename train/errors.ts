/**
 * Ways for a training run to end that are not bugs.
 *
 * @module
 */

/** Wrong options or paths; the message says what to change. */
export class UsageError extends Error {
  /** Name of the class. */
  override readonly name = "UsageError";
}

/** A run was stopped on purpose; it can be resumed. */
export class StoppedError extends Error {
  /** Name of the class. */
  override readonly name = "StoppedError";

  /**
   * Creates the error.
   *
   * @param folder Where the checkpoint is; undefined before the first step.
   */
  constructor(folder: string | undefined) {
    super(
      folder === undefined
        ? "stopped before the first step"
        : `stopped; the checkpoint is in ${folder}`,
    );
  }
}

/** A loss became NaN or infinite; none of the run's models are installed. */
export class DivergedError extends Error {
  /** Name of the class. */
  override readonly name = "DivergedError";

  /**
   * Creates the error.
   *
   * @param model Name of the model in training.
   */
  constructor(model: string, loss: string, value: number, step: number) {
    super(
      `${model}: the loss "${loss}" is ${value} at step ${step}; nothing was ` +
        `installed. Try a smaller --learning-rate.`,
    );
  }
}
