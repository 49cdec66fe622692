/**
 * Checks whether a picture's true digits are among the readings considered.
 *
 * If a row is reachable but not read right, the choice among readings was
 * wrong. If it is not reachable, there was no cut in the right place, or some
 * digit is misread however it is cut.
 *
 * @module
 */

import { candidatesOf } from "../../../src/number/candidates.ts";
import { isSign } from "../../../src/number/read_line.ts";
import type { PictureLine } from "../../../src/number/picture.ts";

/**
 * Whether some way to divide the only line of a picture reads as its true
 * digits.
 *
 * @param lines The lines of a picture.
 * @param text The true digits.
 */
export function isReachable(
  lines: readonly PictureLine[],
  text: string,
): boolean {
  const [line] = lines;
  if (line === undefined || lines.length > 1) return false;
  const { end, list } = candidatesOf(line.pieces, line.height);
  // For each place, how many digits may be read before it.
  const counts = Array.from({ length: end + 1 }, () => new Set<number>());
  counts[0]!.add(0);
  for (const candidate of list.toSorted((a, b) => a.from - b.from)) {
    const { from, to, parts, isMark } = candidate;
    if (counts[from]!.size === 0) continue;
    const answer = isMark ? null : line.read(parts).answer;
    if (answer === null || isSign(candidate, end, answer)) {
      for (const count of counts[from]!) counts[to]!.add(count);
    }
    if (answer === null) continue;
    const digit = String(answer.digit);
    for (const count of counts[from]!) {
      if (text[count] === digit) counts[to]!.add(count + 1);
    }
  }
  return counts[end]!.has(text.length);
}
