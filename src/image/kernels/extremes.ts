/**
 * The highest or lowest values of windows on a grid.
 */

/** Floats from row to row in the room, and before a row's first cell. */
const STRIDE = 48;
const PAD = 8;

/** Lower than every value. */
const LOW: f32 = -1e9;

/**
 * @param cells `[rows, columns]` floats, at most 32 by 32; overwritten with the
 *   highest value (sign 1) or the lowest (-1) of the window around each.
 * @param reachX How far a window reaches to the sides, at most 8.
 * @param reachY How far it reaches up and down.
 * @param room Room for twice `rows` rows of `STRIDE` floats.
 */
export function extremes(
  cells: i32,
  columns: i32,
  rows: i32,
  reachX: i32,
  reachY: i32,
  sign: f32,
  room: i32,
): void {
  const along = room + 4 * STRIDE * rows;
  for (let y = 0; y < rows; y++) {
    const row = room + 4 * STRIDE * y;
    for (let x = 0; x < 4 * STRIDE; x += 16) {
      v128.store(row + x, f32x4.splat(LOW));
    }
    for (let x = 0; x < columns; x++) {
      const value = load<f32>(cells + 4 * (y * columns + x));
      store<f32>(row + 4 * (PAD + x), sign * value);
    }
    for (let x = 4 * PAD; x < 4 * (PAD + columns); x += 16) {
      let most = v128.load(row + x);
      for (let i = 4; i <= 4 * reachX; i += 4) {
        most = f32x4.pmax(most, v128.load(row + x - i));
        most = f32x4.pmax(most, v128.load(row + x + i));
      }
      v128.store(along + 4 * STRIDE * y + x, most);
    }
  }
  for (let y = 0; y < rows; y++) {
    const first = max(0, y - reachY);
    const last = min(rows - 1, y + reachY);
    for (let x = 0; x < columns; x += 4) {
      const at = along + 4 * (PAD + x);
      let most = v128.load(at + 4 * STRIDE * first);
      for (let i = first + 1; i <= last; i++) {
        most = f32x4.pmax(most, v128.load(at + 4 * STRIDE * i));
      }
      // Overwrites what has been copied to the room, four cells at once.
      v128.store(room + 4 * (STRIDE * y + PAD + x), most);
    }
    for (let x = 0; x < columns; x++) {
      const value = load<f32>(room + 4 * (STRIDE * y + PAD + x));
      store<f32>(cells + 4 * (y * columns + x), sign * value);
    }
  }
}
