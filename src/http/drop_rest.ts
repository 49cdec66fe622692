/**
 * Reads on where a body is refused halfway.
 *
 * Deno resets the connection of a body that was read in part, and a client that
 * is still writing then sees a broken connection in place of the refusal. So
 * the rest is read and dropped first, as far as it is reasonable. Of a body that
 * nobody began to read, Deno drops the rest itself.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9112#section-9.6 | RFC 9112, tear-down}
 * @module
 */

/** The most bytes that are dropped: what a phone's photograph takes. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The milliseconds that this may take. */
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
    // Parts that are there at once leave timers no turn.
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
