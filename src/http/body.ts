/**
 * Reads a request's body, counting as it streams.
 *
 * @module
 */

import { Problem } from "./problem.ts";

/** The longest body that is read, in bytes: 2 MiB. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/**
 * Reads a whole body. What the headers say of its length is not believed: a
 * body that streams past the limit is refused there, and the rest not read.
 *
 * @param request A request whose body was not read yet.
 * @param limit The most bytes to read.
 * @returns The bytes; none for a request without a body.
 * @throws {Problem} 413 above the limit, 400 if the body breaks off, 415 if it
 * is compressed.
 */
export async function readBody(
  request: Request,
  limit: number = MAX_BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const coding = request.headers.get("Content-Encoding");
  if (coding !== null && coding.trim().toLowerCase() !== "identity") {
    throw new Problem(
      415,
      `The body has the content coding ${JSON.stringify(coding)}; ` +
        "only bodies without one are read",
      { headers: { "Accept-Encoding": "identity" } },
    );
  }
  const tooLarge = (found: string) =>
    new Problem(413, `The body has ${found}; at most ${limit} bytes are read`);
  const claimed = Number(request.headers.get("Content-Length") ?? 0);
  if (claimed > limit) throw tooLarge(`${claimed} bytes by its header`);
  if (request.body === null) return new Uint8Array(0);

  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body) {
      length += part.length;
      if (length > limit) throw tooLarge(`more than ${limit} bytes`);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(400, "The body broke off before its end", { cause });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
