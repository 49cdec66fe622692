/**
 * Finds the port of a server in another process.
 *
 * @module
 */

/** The end of the line that `Deno.serve` prints when it listens. */
const PORT = /:(\d+)\/?\s/;

/**
 * Waits until a server prints that it listens.
 *
 * @param lines What it prints. The stream stays open; the caller cancels it.
 * @returns Its port.
 * @throws {Error} with everything that it printed, if it ends without
 * listening.
 */
export async function listeningPort(
  lines: ReadableStream<string>,
): Promise<number> {
  let printed = "";
  for await (const text of lines.values({ preventCancel: true })) {
    printed += text;
    const port = PORT.exec(printed)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`the server printed no port: ${printed}`);
}
