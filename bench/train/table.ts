/**
 * Markdown tables of measurements.
 *
 * @module
 */

/** The middle one of some values, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints a row; numbers get three or four digits. */
export function printRow(...cells: (string | number)[]): void {
  const texts = cells.map((cell) =>
    typeof cell === "number" ? format(cell) : cell
  );
  console.log(`| ${texts.join(" | ")} |`);
}

/** Prints the head of a new table. */
export function printHead(...cells: string[]): void {
  console.log();
  printRow(...cells);
  printRow(...cells.map((_, i) => i === 0 ? "---" : "--:"));
}

/** A number with three or four digits. */
export function format(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
