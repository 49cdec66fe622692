/**
 * Answers a page's request for a file: from the server where it can be reached
 * in time, else from the stored version.
 *
 * @module
 */

/** Options of {@linkcode answer}. */
export interface AnswerOptions {
  /** Asks the server. */
  readonly ask: () => Promise<Response>;
  /** Finds the file in the stored version. */
  readonly find: () => Promise<Response | undefined>;
  /** Resolves when the server has had enough time. */
  readonly patience: () => Promise<void>;
}

/**
 * Answers a request.
 *
 * @param options Server, storage and clock.
 * @returns The server's answer if it comes in time and is no failure of the
 *   server; else the stored file; else whatever the server answers.
 * @throws {TypeError} If the server cannot be reached and nothing is stored.
 */
export async function answer(
  { ask, find, patience }: AnswerOptions,
): Promise<Response> {
  const asked = ask();
  const first = await Promise.race([
    asked.catch(() => undefined),
    patience().then(() => undefined),
  ]);
  if (first !== undefined && first.status < 500) return first;
  return await find() ?? await asked;
}
