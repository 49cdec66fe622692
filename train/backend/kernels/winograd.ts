/**
 * Winograd's F(4 x 4, 3 x 3) for 3 x 3 convolutions of stride 1 (Lavin and Gray
 * 2015, arXiv 1509.09308): a 6 x 6 tile of the input and the 3 x 3 filter, both
 * transformed to 36 "frequencies", multiply number by number instead of
 * convolving to 4 x 4 outputs, with 36 multiplications in place of 144. Over
 * all channels these are 36 matrix products, which are not made here: here are
 * the transforms on both sides, four channels at a time.
 *
 * With its matrices A, B, G: y = A'[(G g G') * (B' x B)]A, and hence
 * dg = G'[(B' x B) * (A dy A')]G.
 *
 * Every transform goes over columns into `temp` (36 vectors), then over rows.
 * The loops over pixels are inlined and unrolled: that halves their time.
 */

/** Bytes of a vector. */
const VECTOR: usize = 16;

/** Bytes of a row of six vectors in `temp`. */
const ROW: usize = 6 * VECTOR;

// @ts-ignore: decorator of AssemblyScript

function times(factor: f32, value: v128): v128 {
  return f32x4.mul(f32x4.splat(factor), value);
}

// @ts-ignore: decorator of AssemblyScript

function plus(value: v128, factor: f32, addend: v128): v128 {
  return f32x4.relaxed_madd(f32x4.splat(factor), addend, value);
}

/** Six inputs to six frequencies: times B'. */
// @ts-ignore: decorator of AssemblyScript

function inputVector(
  from: usize,
  fromStep: usize,
  to: usize,
  toStep: usize,
): void {
  const d0 = v128.load(from);
  from += fromStep;
  const d1 = v128.load(from);
  from += fromStep;
  const d2 = v128.load(from);
  from += fromStep;
  const d3 = v128.load(from);
  from += fromStep;
  const d4 = v128.load(from);
  from += fromStep;
  const d5 = v128.load(from);
  const even = plus(d4, -4, d2);
  const odd = plus(d3, -4, d1);
  const even2 = f32x4.sub(d4, d2);
  const odd2 = f32x4.sub(d3, d1);
  v128.store(to, plus(plus(d4, -5, d2), 4, d0));
  to += toStep;
  v128.store(to, f32x4.add(even, odd));
  to += toStep;
  v128.store(to, f32x4.sub(even, odd));
  to += toStep;
  v128.store(to, plus(even2, 2, odd2));
  to += toStep;
  v128.store(to, plus(even2, -2, odd2));
  to += toStep;
  v128.store(to, plus(plus(d5, -5, d3), 4, d1));
}

/** Six frequencies to four outputs: times A'. */
// @ts-ignore: decorator of AssemblyScript

function outputVector(
  from: usize,
  fromStep: usize,
  to: usize,
  toStep: usize,
): void {
  const m0 = v128.load(from);
  from += fromStep;
  const m1 = v128.load(from);
  from += fromStep;
  const m2 = v128.load(from);
  from += fromStep;
  const m3 = v128.load(from);
  from += fromStep;
  const m4 = v128.load(from);
  from += fromStep;
  const m5 = v128.load(from);
  const sum = f32x4.add(m1, m2);
  const difference = f32x4.sub(m1, m2);
  const sum2 = f32x4.add(m3, m4);
  const difference2 = f32x4.sub(m3, m4);
  v128.store(to, f32x4.add(m0, f32x4.add(sum, sum2)));
  to += toStep;
  v128.store(to, plus(difference, 2, difference2));
  to += toStep;
  v128.store(to, plus(sum, 4, sum2));
  to += toStep;
  v128.store(to, plus(f32x4.add(difference, m5), 8, difference2));
}

/** Four output gradients to six frequencies: times A. */
// @ts-ignore: decorator of AssemblyScript

function gradientVector(
  from: usize,
  fromStep: usize,
  to: usize,
  toStep: usize,
): void {
  const y0 = v128.load(from);
  from += fromStep;
  const y1 = v128.load(from);
  from += fromStep;
  const y2 = v128.load(from);
  from += fromStep;
  const y3 = v128.load(from);
  const even = f32x4.add(y0, y2);
  const odd = f32x4.add(y1, y3);
  const even2 = plus(y0, 4, y2);
  const odd2 = plus(y1, 4, y3);
  v128.store(to, y0);
  to += toStep;
  v128.store(to, f32x4.add(even, odd));
  to += toStep;
  v128.store(to, f32x4.sub(even, odd));
  to += toStep;
  v128.store(to, plus(even2, 2, odd2));
  to += toStep;
  v128.store(to, plus(even2, -2, odd2));
  to += toStep;
  v128.store(to, y3);
}

/** Three weights to six frequencies: times G. */
function filterVector(
  from: usize,
  fromStep: usize,
  to: usize,
  toStep: usize,
): void {
  const g0 = v128.load(from);
  from += fromStep;
  const g1 = v128.load(from);
  from += fromStep;
  const g2 = v128.load(from);
  const outer = times(-1 / 6.0, f32x4.add(g0, g2));
  const outer2 = plus(times(1 / 24.0, g0), 1 / 6.0, g2);
  v128.store(to, times(0.25, g0));
  to += toStep;
  v128.store(to, plus(outer, -1 / 6.0, g1));
  to += toStep;
  v128.store(to, plus(outer, 1 / 6.0, g1));
  to += toStep;
  v128.store(to, plus(outer2, 1 / 12.0, g1));
  to += toStep;
  v128.store(to, plus(outer2, -1 / 12.0, g1));
  to += toStep;
  v128.store(to, g2);
}

/** Six frequencies to three weights' gradients: times G'. */
function filterGradientVector(
  from: usize,
  fromStep: usize,
  to: usize,
  toStep: usize,
): void {
  const m0 = v128.load(from);
  from += fromStep;
  const m1 = v128.load(from);
  from += fromStep;
  const m2 = v128.load(from);
  from += fromStep;
  const m3 = v128.load(from);
  from += fromStep;
  const m4 = v128.load(from);
  from += fromStep;
  const m5 = v128.load(from);
  const sum = times(-1 / 6.0, f32x4.add(m1, m2));
  const sum2 = f32x4.add(m3, m4);
  const difference = times(1 / 6.0, f32x4.sub(m2, m1));
  v128.store(to, plus(plus(sum, 1 / 24.0, sum2), 0.25, m0));
  to += toStep;
  v128.store(to, plus(difference, 1 / 12.0, f32x4.sub(m3, m4)));
  to += toStep;
  v128.store(to, f32x4.add(plus(sum, 1 / 6.0, sum2), m5));
}

/**
 * Transforms the inputs of tiles, overlapping by two pixels.
 *
 * @param image Bytes between padded images; `row` between rows.
 * @param to `[36][images * tilesY * tilesX][channels]`, `frequency` bytes apart.
 */
export function winogradInput(
  from: usize,
  image: usize,
  row: usize,
  images: usize,
  tilesY: usize,
  tilesX: usize,
  channels: usize,
  temp: usize,
  to: usize,
  frequency: usize,
): void {
  const pixel = channels << 2;
  for (let n: usize = 0; n < images; n++) {
    for (let y: usize = 0; y < tilesY; y++) {
      for (let x: usize = 0; x < tilesX; x++) {
        const tile = from + n * image + 4 * (y * row + x * pixel);
        for (let c: usize = 0; c < pixel; c += VECTOR) {
          const at = tile + c;
          inputVector(at + 0 * pixel, row, temp + 0 * VECTOR, ROW);
          inputVector(at + 1 * pixel, row, temp + 1 * VECTOR, ROW);
          inputVector(at + 2 * pixel, row, temp + 2 * VECTOR, ROW);
          inputVector(at + 3 * pixel, row, temp + 3 * VECTOR, ROW);
          inputVector(at + 4 * pixel, row, temp + 4 * VECTOR, ROW);
          inputVector(at + 5 * pixel, row, temp + 5 * VECTOR, ROW);
          const goal = to + c;
          inputVector(temp + 0 * ROW, VECTOR, goal + 0 * frequency, frequency);
          inputVector(temp + 1 * ROW, VECTOR, goal + 6 * frequency, frequency);
          inputVector(temp + 2 * ROW, VECTOR, goal + 12 * frequency, frequency);
          inputVector(temp + 3 * ROW, VECTOR, goal + 18 * frequency, frequency);
          inputVector(temp + 4 * ROW, VECTOR, goal + 24 * frequency, frequency);
          inputVector(temp + 5 * ROW, VECTOR, goal + 30 * frequency, frequency);
        }
        to += pixel;
      }
    }
  }
}

/**
 * Transforms products back to outputs, leaving out what lies beyond the image.
 *
 * @param from As {@link winogradInput} writes.
 * @param to `[images, height, width, channels]`.
 */
export function winogradOutput(
  from: usize,
  frequency: usize,
  images: usize,
  tilesY: usize,
  tilesX: usize,
  channels: usize,
  height: usize,
  width: usize,
  temp: usize,
  to: usize,
): void {
  const pixel = channels << 2;
  const row = width * pixel;
  for (let n: usize = 0; n < images; n++) {
    for (let y: usize = 0; y < 4 * tilesY; y += 4) {
      const rows = min(4, height - y);
      for (let x: usize = 0; x < 4 * tilesX; x += 4) {
        const tile = to + y * row + x * pixel;
        const columns = min(4, width - x);
        for (let c: usize = 0; c < pixel; c += VECTOR) {
          const source = from + c;
          outputVector(
            source + 0 * frequency,
            6 * frequency,
            temp + 0 * VECTOR,
            ROW,
          );
          outputVector(
            source + 1 * frequency,
            6 * frequency,
            temp + 1 * VECTOR,
            ROW,
          );
          outputVector(
            source + 2 * frequency,
            6 * frequency,
            temp + 2 * VECTOR,
            ROW,
          );
          outputVector(
            source + 3 * frequency,
            6 * frequency,
            temp + 3 * VECTOR,
            ROW,
          );
          outputVector(
            source + 4 * frequency,
            6 * frequency,
            temp + 4 * VECTOR,
            ROW,
          );
          outputVector(
            source + 5 * frequency,
            6 * frequency,
            temp + 5 * VECTOR,
            ROW,
          );
          for (let i: usize = 0; i < rows; i++) {
            const at = tile + i * row + c;
            if (columns == 4) {
              outputVector(temp + i * ROW, VECTOR, at, pixel);
              continue;
            }
            // In place: the six vectors of the row are read before.
            outputVector(temp + i * ROW, VECTOR, temp + i * ROW, VECTOR);
            for (let j: usize = 0; j < columns; j++) {
              v128.store(
                at + j * pixel,
                v128.load(temp + i * ROW + j * VECTOR),
              );
            }
          }
        }
        from += pixel;
      }
    }
    to += height * row;
  }
}

/**
 * Transforms output gradients of tiles, side by side, of padded images.
 * The parameters are those of {@link winogradInput}.
 */
export function winogradGradient(
  from: usize,
  image: usize,
  row: usize,
  images: usize,
  tilesY: usize,
  tilesX: usize,
  channels: usize,
  temp: usize,
  to: usize,
  frequency: usize,
): void {
  const pixel = channels << 2;
  for (let n: usize = 0; n < images; n++) {
    for (let y: usize = 0; y < tilesY; y++) {
      for (let x: usize = 0; x < tilesX; x++) {
        const tile = from + n * image + 4 * (y * row + x * pixel);
        for (let c: usize = 0; c < pixel; c += VECTOR) {
          const at = tile + c;
          gradientVector(at + 0 * pixel, row, temp + 0 * VECTOR, ROW);
          gradientVector(at + 1 * pixel, row, temp + 1 * VECTOR, ROW);
          gradientVector(at + 2 * pixel, row, temp + 2 * VECTOR, ROW);
          gradientVector(at + 3 * pixel, row, temp + 3 * VECTOR, ROW);
          const goal = to + c;
          gradientVector(
            temp + 0 * ROW,
            VECTOR,
            goal + 0 * frequency,
            frequency,
          );
          gradientVector(
            temp + 1 * ROW,
            VECTOR,
            goal + 6 * frequency,
            frequency,
          );
          gradientVector(
            temp + 2 * ROW,
            VECTOR,
            goal + 12 * frequency,
            frequency,
          );
          gradientVector(
            temp + 3 * ROW,
            VECTOR,
            goal + 18 * frequency,
            frequency,
          );
          gradientVector(
            temp + 4 * ROW,
            VECTOR,
            goal + 24 * frequency,
            frequency,
          );
          gradientVector(
            temp + 5 * ROW,
            VECTOR,
            goal + 30 * frequency,
            frequency,
          );
        }
        to += pixel;
      }
    }
  }
}

/**
 * Transforms a filter, `[3, 3, count]` floats to `[36, count]`.
 *
 * @param flip Turn the kernel by half a turn first, for the input gradient.
 */
export function winogradFilter(
  from: usize,
  count: usize,
  flip: bool,
  temp: usize,
  to: usize,
): void {
  const frequency = count << 2;
  const first = flip ? from + 8 * frequency : from;
  // Addresses wrap around: a negative step counts down.
  const step = flip ? -frequency : frequency;
  for (let c: usize = 0; c < frequency; c += VECTOR) {
    for (let i: usize = 0; i < 3; i++) {
      filterVector(first + i * step + c, 3 * step, temp + i * VECTOR, ROW);
    }
    for (let i: usize = 0; i < 6; i++) {
      const at = to + 6 * i * frequency + c;
      filterVector(temp + i * ROW, VECTOR, at, frequency);
    }
  }
}

/** Transforms a filter's gradient back, `[36, count]` floats to `[3, 3, count]`. */
export function winogradFilterGradient(
  from: usize,
  count: usize,
  temp: usize,
  to: usize,
): void {
  const step = count << 2;
  for (let c: usize = 0; c < step; c += VECTOR) {
    for (let i: usize = 0; i < 6; i++) {
      const at = from + i * step + c;
      filterGradientVector(at, 6 * step, temp + i * VECTOR, ROW);
    }
    for (let i: usize = 0; i < 3; i++) {
      const at = to + 3 * i * step + c;
      filterGradientVector(temp + i * ROW, VECTOR, at, step);
    }
  }
}
