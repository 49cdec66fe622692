/**
 * Winograd's F(4 x 4, 3 x 3) for 3 x 3 convolutions of stride 1 (Lavin and Gray
 * 2015, arXiv 1509.09308): a 6 x 6 tile of the input and the 3 x 3 filter, both
 * transformed to 36 "frequencies", multiply number by number instead of
 * convolving to 4 x 4 outputs, with 36 multiplications in place of 144. Over
 * all channels these are 36 matrix products, which products.ts computes; this
 * file has the transforms on both sides, four channels at a time.
 *
 * With its matrices A, B, G: y = A'[(G g G') * (B' x B)]A, and hence
 * dg = G'[(B' x B) * (A dy A')]G.
 *
 * Every transform goes over columns into `temp` (36 vectors), then over rows.
 * The loops over pixels are inlined and unrolled: that halves their time.
 */

import { Frequencies } from "./frequencies";

/** Bytes of a vector. */
const VECTOR: usize = 16;

/** Bytes of a row of six vectors in `temp`. */
const ROW: usize = 6 * VECTOR;

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
          Frequencies.ofInputs(at + 0 * pixel, row, temp + 0 * VECTOR, ROW);
          Frequencies.ofInputs(at + 1 * pixel, row, temp + 1 * VECTOR, ROW);
          Frequencies.ofInputs(at + 2 * pixel, row, temp + 2 * VECTOR, ROW);
          Frequencies.ofInputs(at + 3 * pixel, row, temp + 3 * VECTOR, ROW);
          Frequencies.ofInputs(at + 4 * pixel, row, temp + 4 * VECTOR, ROW);
          Frequencies.ofInputs(at + 5 * pixel, row, temp + 5 * VECTOR, ROW);
          const goal = to + c;
          Frequencies.ofInputs(
            temp + 0 * ROW,
            VECTOR,
            goal + 0 * frequency,
            frequency,
          );
          Frequencies.ofInputs(
            temp + 1 * ROW,
            VECTOR,
            goal + 6 * frequency,
            frequency,
          );
          Frequencies.ofInputs(
            temp + 2 * ROW,
            VECTOR,
            goal + 12 * frequency,
            frequency,
          );
          Frequencies.ofInputs(
            temp + 3 * ROW,
            VECTOR,
            goal + 18 * frequency,
            frequency,
          );
          Frequencies.ofInputs(
            temp + 4 * ROW,
            VECTOR,
            goal + 24 * frequency,
            frequency,
          );
          Frequencies.ofInputs(
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
          Frequencies.toOutputs(
            source + 0 * frequency,
            6 * frequency,
            temp + 0 * VECTOR,
            ROW,
          );
          Frequencies.toOutputs(
            source + 1 * frequency,
            6 * frequency,
            temp + 1 * VECTOR,
            ROW,
          );
          Frequencies.toOutputs(
            source + 2 * frequency,
            6 * frequency,
            temp + 2 * VECTOR,
            ROW,
          );
          Frequencies.toOutputs(
            source + 3 * frequency,
            6 * frequency,
            temp + 3 * VECTOR,
            ROW,
          );
          Frequencies.toOutputs(
            source + 4 * frequency,
            6 * frequency,
            temp + 4 * VECTOR,
            ROW,
          );
          Frequencies.toOutputs(
            source + 5 * frequency,
            6 * frequency,
            temp + 5 * VECTOR,
            ROW,
          );
          for (let i: usize = 0; i < rows; i++) {
            const at = tile + i * row + c;
            if (columns == 4) {
              Frequencies.toOutputs(temp + i * ROW, VECTOR, at, pixel);
              continue;
            }
            // In place: the six vectors of the row have already been read.
            Frequencies.toOutputs(
              temp + i * ROW,
              VECTOR,
              temp + i * ROW,
              VECTOR,
            );
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
          Frequencies.ofGradients(at + 0 * pixel, row, temp + 0 * VECTOR, ROW);
          Frequencies.ofGradients(at + 1 * pixel, row, temp + 1 * VECTOR, ROW);
          Frequencies.ofGradients(at + 2 * pixel, row, temp + 2 * VECTOR, ROW);
          Frequencies.ofGradients(at + 3 * pixel, row, temp + 3 * VECTOR, ROW);
          const goal = to + c;
          Frequencies.ofGradients(
            temp + 0 * ROW,
            VECTOR,
            goal + 0 * frequency,
            frequency,
          );
          Frequencies.ofGradients(
            temp + 1 * ROW,
            VECTOR,
            goal + 6 * frequency,
            frequency,
          );
          Frequencies.ofGradients(
            temp + 2 * ROW,
            VECTOR,
            goal + 12 * frequency,
            frequency,
          );
          Frequencies.ofGradients(
            temp + 3 * ROW,
            VECTOR,
            goal + 18 * frequency,
            frequency,
          );
          Frequencies.ofGradients(
            temp + 4 * ROW,
            VECTOR,
            goal + 24 * frequency,
            frequency,
          );
          Frequencies.ofGradients(
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
 * @param flip Rotate the kernel by 180 degrees first, for the input gradient.
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
      Frequencies.ofWeights(
        first + i * step + c,
        3 * step,
        temp + i * VECTOR,
        ROW,
      );
    }
    for (let i: usize = 0; i < 6; i++) {
      const at = to + 6 * i * frequency + c;
      Frequencies.ofWeights(temp + i * ROW, VECTOR, at, frequency);
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
      Frequencies.toWeights(at, 6 * step, temp + i * VECTOR, ROW);
    }
    for (let i: usize = 0; i < 3; i++) {
      const at = to + 3 * i * step + c;
      Frequencies.toWeights(temp + i * ROW, VECTOR, at, step);
    }
  }
}
