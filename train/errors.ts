/**
 * Ends of a training run that are no failures of the program.
 *
 * @module
 */

/** Wrong options or paths; the message says what to change. */
export class UsageError extends Error {
  /** Distinguishes this error from others. */
  override readonly name = "UsageError";
}

/** A run was stopped on purpose; its checkpoint is written. */
export class StoppedError extends Error {
  /** Distinguishes this error from others. */
  override readonly name = "StoppedError";

  /**
   * Says where to resume from.
   *
   * @param folder Where the checkpoint is.
   */
  constructor(folder: string) {
    super(
      `stopped; the checkpoint is in ${folder}, --resume continues from it`,
    );
  }
}

/** A loss stopped being a number; nothing of the run is installed. */
export class DivergedError extends Error {
  /** Distinguishes this error from others. */
  override readonly name = "DivergedError";

  /**
   * Says which loss.
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
