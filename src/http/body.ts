/**
 * Reads a request's body, counting as it streams.
 *
 * Hono's body-limit middleware is not enough: it lets a body pass whose
 * `Content-Length` is not a number, and treats a body that breaks off as an
 * unexpected error.
 *
 * @module
 */

import { Problem } from "./problem.ts";

/** Maximum body in bytes: 2 MiB. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * Reads a whole body. The length in the headers is not trusted: a body that
 * streams past the limit is refused there, and the rest is dropped.
 *
 * @param request A request whose body has not been read.
 * @param limit Maximum bytes to read.
 * @returns The bytes; none for a request without a body.
 * @throws {Problem} 413 above the limit, 400 if the body breaks off, 415 if it
 *   is compressed.
 */
export async function readBody(
  request: Request,
  limit: number = MAX_BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const coding = request.headers.get("Content-Encoding");
  if (coding && !/^\s*(identity\s*)?$/i.test(coding)) {
    throw new Problem(
      415,
      `The body has the content coding ${JSON.stringify(coding)}; ` +
        "only bodies without one are accepted",
      { headers: { "Accept-Encoding": "identity" } },
    );
  }
  const length = request.headers.get("Content-Length");
  const claimed = Number(length ?? 0);
  if (claimed > limit) {
    if (isSentAnyway(request)) await drop(request.body.getReader());
    throw tooLarge(`${claimed} bytes by its header`, limit);
  }

  try {
    // The server enforces a body's stated length, so it can be read in one go,
    // which is several times as fast.
    if (
      length !== null && /^\d+$/.test(length) &&
      !request.headers.has("Transfer-Encoding")
    ) return checkLength(await request.bytes(), limit);
    if (request.body === null) return new Uint8Array(0);
    return await readStream(request.body, limit);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(400, "The body broke off before its end", { cause });
  }
}

/**
 * Whether the client sends the body without waiting for an answer: Deno 2.5
 * does not always drain it then, and the client sees a broken connection.
 */
function isSentAnyway(
  request: Request,
): request is Request & { body: ReadableStream<Uint8Array> } {
  return request.body !== null && !request.headers.has("Expect");
}

async function drop(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<void> {
  await (await import("./drop_rest.ts")).dropRest(reader);
}

function checkLength(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Uint8Array<ArrayBuffer> {
  if (bytes.length > limit) throw tooLarge(`${bytes.length} bytes`, limit);
  return bytes;
}

/** Reads a stream up to the limit. */
async function readStream(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await drop(reader);
      throw tooLarge(`more than ${limit} bytes`, limit);
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function tooLarge(found: string, limit: number): Problem {
  return new Problem(
    413,
    `The body has ${found}; at most ${limit} bytes are accepted`,
  );
}
