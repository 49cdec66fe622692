/**
 * Drains a body that was refused.
 *
 * Deno resets the connection of a body that was not read to its end, and a
 * client that is still writing then sees a broken connection in place of the
 * refusal. So the rest is read and dropped first, within limits.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9112#section-9.6 | RFC 9112, tear-down}
 * @module
 */

/** The most bytes to drop: enough for a phone's photograph. */
const MOST_BYTES = 8 * 1024 * 1024;

/** How long this may take, in milliseconds. */
const MOST_TIME = 1000;

/**
 * Drops what is left of a body, up to 8 MiB and for at most a second.
 *
 * @param reader Reads the body; its stream is cancelled where more is left.
 */
export async function dropRest(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<void> {
  const giveUp = () => reader.cancel().catch(() => {});
  const timer = setTimeout(giveUp, MOST_TIME);
  const end = performance.now() + MOST_TIME;
  try {
    // Chunks that are already there would keep a timer from firing.
    for (let left = MOST_BYTES; left > 0 && performance.now() < end;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
    }
    await giveUp();
  } catch {
    // The client is gone.
  } finally {
    clearTimeout(timer);
  }
}
