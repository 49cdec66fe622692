/**
 * Answers in JSON whose headers have their length, which the metrics count.
 *
 * @module
 */

/**
 * An answer in JSON.
 *
 * @param value Anything that JSON can write.
 * @param status The HTTP status.
 * @param headers More headers; they may name another media type.
 */
export function jsonAnswer(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return new Response(body, {
    status,
    headers: {
      "Content-Type": "application/json",
      "Content-Length": String(body.length),
      ...headers,
    },
  });
}
