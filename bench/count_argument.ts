/**
 * Numbers on the command lines of benchmarks.
 *
 * @module
 */

/**
 * Reads a count; exits with one line and code 2 if it is not one.
 *
 * @param name Its name in the message.
 * @param text The argument, or undefined if it is not given.
 * @param fallback Its default.
 * @param least The least number that is allowed.
 */
export function countArgument(
  name: string,
  text: string | undefined,
  fallback: number,
  least = 1,
): number {
  if (text === undefined) return fallback;
  const count = /^\d+$/.test(text) ? Number(text) : NaN;
  if (count >= least) return count;
  console.error(
    `${name} is ${JSON.stringify(text)}, expected a whole number from ${least}`,
  );
  return Deno.exit(2);
}
