/**
 * Standard output, for programs that print a file.
 *
 * @module
 */

/** Writes all bytes to standard output. */
export async function writeOutput(bytes: Uint8Array): Promise<void> {
  await ReadableStream.from([bytes]).pipeTo(Deno.stdout.writable);
}
