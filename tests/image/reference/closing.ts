/**
 * Morphological closing by its definition: the lowest, among the windows that
 * hold a cell, of each window's highest value.
 *
 * @module
 */

/** Closes `[rows, columns]` values with windows that reach that far. */
export function closing(
  values: readonly number[],
  columns: number,
  rows: number,
  reachX: number,
  reachY: number,
): number[] {
  const around = (list: readonly number[], at: number) =>
    list.filter((_, other) => {
      const dx = Math.abs(other % columns - at % columns);
      const dy = Math.abs(
        Math.floor(other / columns) - Math.floor(at / columns),
      );
      return dx <= reachX && dy <= reachY;
    });
  const count = columns * rows;
  const highest = Array.from(
    { length: count },
    (_, at) => Math.max(...around(values, at)),
  );
  return highest.map((_, at) => Math.min(...around(highest, at)));
}
