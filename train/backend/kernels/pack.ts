/**
 * Rearranges numbers before a product: zero padding around images, panels of
 * eight columns, transposition. Nothing is computed here.
 */

/**
 * Copies images into the middle of larger ones, whose borders the caller has
 * cleared; pixels of `channels` floats become pixels of `paddedChannels`.
 */
export function padImages(
  from: usize,
  to: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  paddedHeight: i32,
  paddedWidth: i32,
  paddedChannels: i32,
): void {
  const pixel = <usize> paddedChannels << 2;
  for (let image = 0; image < images; image++) {
    for (let y = 0; y < height; y++) {
      let row = to +
        <usize> ((image * paddedHeight + top + y) * paddedWidth + left) * pixel;
      if (channels == paddedChannels) {
        copyFloats(from, row, width * channels);
        from += <usize> (width * channels) << 2;
        continue;
      }
      for (let x = 0; x < width; x++) {
        copyFloats(from, row, channels);
        from += <usize> channels << 2;
        row += pixel;
      }
    }
  }
}

/**
 * Copies floats. Faster than `memory.copy` for short runs, because that calls
 * out of WASM.
 */
export function copyFloats(from: usize, to: usize, count: i32): void {
  for (; count >= 4; count -= 4) {
    v128.store(to, v128.load(from));
    from += 16;
    to += 16;
  }
  for (; count > 0; count--) {
    f32.store(to, f32.load(from));
    from += 4;
    to += 4;
  }
}

/** Sets bytes to zero. */
export function clear(at: usize, bytes: usize): void {
  memory.fill(at, 0, bytes);
}

/**
 * Packs a `rows` x `columns` matrix into panels of eight columns, the last one
 * padded with zeros: `panel[p][row][8]`.
 *
 * @param rowStep Bytes between the rows of the source; `columnStep` likewise.
 * @param panelStep Bytes between the panels of the target.
 */
export function packPanels(
  from: usize,
  to: usize,
  rows: i32,
  columns: i32,
  rowStep: usize,
  columnStep: usize,
  panelStep: usize,
): void {
  for (let first = 0; first < columns; first += 8) {
    let source = from + <usize> first * columnStep;
    let target = to;
    const kept = min(8, columns - first);
    if (kept == 8 && columnStep == 4) {
      for (let row = 0; row < rows; row++) {
        v128.store(target, v128.load(source));
        v128.store(target, v128.load(source, 16), 16);
        source += rowStep;
        target += 32;
      }
    } else {
      let row = 0;
      if (kept == 8 && rowStep == 4) {
        for (; row + 4 <= rows; row += 4) {
          const half = source + 4 * columnStep;
          transposeFour(source, columnStep, target);
          transposeFour(half, columnStep, target + 16);
          source += 16;
          target += 128;
        }
      }
      for (; row < rows; row++) {
        let value = source;
        for (let column = 0; column < 8; column++) {
          f32.store(
            target + (column << 2),
            column < kept ? f32.load(value) : 0,
          );
          if (column + 1 < kept) value += columnStep;
        }
        source += rowStep;
        target += 32;
      }
    }
    to += panelStep;
  }
}

/** Writes four columns of four floats as rows 32 bytes apart. */
function transposeFour(from: usize, step: usize, to: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + step);
  const c = v128.load(from + 2 * step);
  const d = v128.load(from + 3 * step);
  const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(ab1, cd1, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(ab1, cd1, 2, 3, 6, 7), 96);
}

/** Transposes a `rows` x `columns` matrix, four by four where it can. */
export function transpose(
  from: usize,
  to: usize,
  rows: i32,
  columns: i32,
): void {
  const fromRow = <usize> columns << 2;
  const toRow = <usize> rows << 2;
  const whole = rows & ~3;
  for (let row = 0; row < whole; row += 4) {
    let source = from + <usize> row * fromRow;
    let target = to + (row << 2);
    let column = 0;
    for (; column + 4 <= columns; column += 4) {
      const a = v128.load(source);
      const b = v128.load(source + fromRow);
      const c = v128.load(source + 2 * fromRow);
      const d = v128.load(source + 3 * fromRow);
      const ab0 = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const ab1 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const cd0 = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const cd1 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      v128.store(target, v128.shuffle<f32>(ab0, cd0, 0, 1, 4, 5));
      v128.store(target + toRow, v128.shuffle<f32>(ab0, cd0, 2, 3, 6, 7));
      v128.store(target + 2 * toRow, v128.shuffle<f32>(ab1, cd1, 0, 1, 4, 5));
      v128.store(target + 3 * toRow, v128.shuffle<f32>(ab1, cd1, 2, 3, 6, 7));
      source += 16;
      target += 4 * toRow;
    }
    for (; column < columns; column++) {
      f32.store(target, f32.load(source));
      f32.store(target, f32.load(source + fromRow), 4);
      f32.store(target, f32.load(source + 2 * fromRow), 8);
      f32.store(target, f32.load(source + 3 * fromRow), 12);
      source += 4;
      target += toRow;
    }
  }
  for (let row = whole; row < rows; row++) {
    let source = from + <usize> row * fromRow;
    let target = to + (row << 2);
    for (let column = 0; column < columns; column++) {
      f32.store(target, f32.load(source));
      source += 4;
      target += toRow;
    }
  }
}
