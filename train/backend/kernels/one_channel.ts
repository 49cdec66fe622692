/**
 * Convolutions to a single output channel, such as a generator's last layer and
 * the input gradient of a discriminator's first: a tile of eight channels would
 * waste seven. Here the lanes of a vector are neighbouring inputs.
 */

/** Sum of four lanes. */
function sumOf(lanes: v128): f32 {
  const halves = f32x4.add(lanes, v128.shuffle<f32>(lanes, lanes, 2, 3, 0, 1));
  return f32x4.extract_lane(halves, 0) + f32x4.extract_lane(halves, 1);
}

/** Sums of four lanes each, added in the order of {@link sumOf}. */
function sumsOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(
    v128.shuffle<f32>(a, b, 0, 4, 1, 5),
    v128.shuffle<f32>(a, b, 2, 6, 3, 7),
  );
  const cd = f32x4.add(
    v128.shuffle<f32>(c, d, 0, 4, 1, 5),
    v128.shuffle<f32>(c, d, 2, 6, 3, 7),
  );
  return f32x4.add(
    v128.shuffle<f32>(ab, cd, 0, 1, 4, 5),
    v128.shuffle<f32>(ab, cd, 2, 3, 6, 7),
  );
}

/**
 * {@link convolve} to one channel; `weights` are rows * run floats in order.
 * Four pixels of a row at a time; at its end the last pixel is repeated.
 */
export function convolveOne(
  input: usize,
  inImage: usize,
  inRow: usize,
  inPixel: usize,
  output: usize,
  outImage: usize,
  outRow: usize,
  outPixel: usize,
  images: usize,
  height: usize,
  width: usize,
  rows: i32,
  rowStep: usize,
  run: i32,
  weights: usize,
): void {
  const rowSkip = rowStep - (<usize> run << 2);
  for (let image: usize = 0; image < images; image++) {
    for (let y: usize = 0; y < height; y++) {
      const from = input + image * inImage + y * inRow;
      const to = output + image * outImage + y * outRow;
      for (let x: usize = 0; x < width; x += 4) {
        const x1 = min(x + 1, width - 1);
        const x2 = min(x + 2, width - 1);
        const x3 = min(x + 3, width - 1);
        let p0 = from + x * inPixel;
        let p1 = from + x1 * inPixel;
        let p2 = from + x2 * inPixel;
        let p3 = from + x3 * inPixel;
        let w = weights;
        let s0 = f32x4.splat(0);
        let s1 = f32x4.splat(0);
        let s2 = f32x4.splat(0);
        let s3 = f32x4.splat(0);
        let r0: f32 = 0;
        let r1: f32 = 0;
        let r2: f32 = 0;
        let r3: f32 = 0;
        for (let row = 0; row < rows; row++) {
          let k = run;
          for (; k >= 4; k -= 4) {
            const b = v128.load(w);
            s0 = f32x4.relaxed_madd(v128.load(p0), b, s0);
            s1 = f32x4.relaxed_madd(v128.load(p1), b, s1);
            s2 = f32x4.relaxed_madd(v128.load(p2), b, s2);
            s3 = f32x4.relaxed_madd(v128.load(p3), b, s3);
            p0 += 16;
            p1 += 16;
            p2 += 16;
            p3 += 16;
            w += 16;
          }
          for (; k > 0; k--) {
            const b = f32.load(w);
            r0 += f32.load(p0) * b;
            r1 += f32.load(p1) * b;
            r2 += f32.load(p2) * b;
            r3 += f32.load(p3) * b;
            p0 += 4;
            p1 += 4;
            p2 += 4;
            p3 += 4;
            w += 4;
          }
          p0 += rowSkip;
          p1 += rowSkip;
          p2 += rowSkip;
          p3 += rowSkip;
        }
        f32.store(to + x * outPixel, sumOf(s0) + r0);
        f32.store(to + x1 * outPixel, sumOf(s1) + r1);
        f32.store(to + x2 * outPixel, sumOf(s2) + r2);
        f32.store(to + x3 * outPixel, sumOf(s3) + r3);
      }
    }
  }
}

/**
 * {@link convolveOne} at stride 1 of a kernel five wide, for images of at least
 * two rows and four columns: four pixels of each of two rows share five weights
 * in registers. With fewer than eight sums, additions would wait for each
 * other. The last four pixels of a row and the last two rows of an image may be
 * computed twice.
 *
 * @param inputs Input channels, a multiple of four.
 * @param output Floats, one per pixel.
 */
export function convolveOneFive(
  input: usize,
  inImage: usize,
  inRow: usize,
  output: usize,
  images: i32,
  height: i32,
  width: i32,
  rows: i32,
  inputs: i32,
  weights: usize,
): void {
  const pixel = <usize> inputs << 2;
  const outRow = <usize> width << 2;
  let x: v128;
  for (; images > 0; images--) {
    for (let row = 0; row < height; row += 2) {
      const y = <usize> min(row, height - 2);
      const line = input + y * inRow;
      for (let column = 0; column < width; column += 4) {
        const first = <usize> min(column, width - 4);
        let p = line + first * pixel;
        let w = weights;
        let a0 = f32x4.splat(0);
        let a1 = f32x4.splat(0);
        let a2 = f32x4.splat(0);
        let a3 = f32x4.splat(0);
        let b0 = f32x4.splat(0);
        let b1 = f32x4.splat(0);
        let b2 = f32x4.splat(0);
        let b3 = f32x4.splat(0);
        for (let left = rows; left > 0; left--) {
          for (let c = inputs; c > 0; c -= 4) {
            let tap = w;
            const w0 = v128.load(tap);
            tap += pixel;
            const w1 = v128.load(tap);
            tap += pixel;
            const w2 = v128.load(tap);
            tap += pixel;
            const w3 = v128.load(tap);
            tap += pixel;
            const w4 = v128.load(tap);
            let q = p;
            x = v128.load(q);
            a0 = f32x4.relaxed_madd(x, w0, a0);
            q += pixel;
            x = v128.load(q);
            a1 = f32x4.relaxed_madd(x, w0, a1);
            a0 = f32x4.relaxed_madd(x, w1, a0);
            q += pixel;
            x = v128.load(q);
            a2 = f32x4.relaxed_madd(x, w0, a2);
            a1 = f32x4.relaxed_madd(x, w1, a1);
            a0 = f32x4.relaxed_madd(x, w2, a0);
            q += pixel;
            x = v128.load(q);
            a3 = f32x4.relaxed_madd(x, w0, a3);
            a2 = f32x4.relaxed_madd(x, w1, a2);
            a1 = f32x4.relaxed_madd(x, w2, a1);
            a0 = f32x4.relaxed_madd(x, w3, a0);
            q += pixel;
            x = v128.load(q);
            a3 = f32x4.relaxed_madd(x, w1, a3);
            a2 = f32x4.relaxed_madd(x, w2, a2);
            a1 = f32x4.relaxed_madd(x, w3, a1);
            a0 = f32x4.relaxed_madd(x, w4, a0);
            q += pixel;
            x = v128.load(q);
            a3 = f32x4.relaxed_madd(x, w2, a3);
            a2 = f32x4.relaxed_madd(x, w3, a2);
            a1 = f32x4.relaxed_madd(x, w4, a1);
            q += pixel;
            x = v128.load(q);
            a3 = f32x4.relaxed_madd(x, w3, a3);
            a2 = f32x4.relaxed_madd(x, w4, a2);
            q += pixel;
            x = v128.load(q);
            a3 = f32x4.relaxed_madd(x, w4, a3);
            q = p + inRow;
            x = v128.load(q);
            b0 = f32x4.relaxed_madd(x, w0, b0);
            q += pixel;
            x = v128.load(q);
            b1 = f32x4.relaxed_madd(x, w0, b1);
            b0 = f32x4.relaxed_madd(x, w1, b0);
            q += pixel;
            x = v128.load(q);
            b2 = f32x4.relaxed_madd(x, w0, b2);
            b1 = f32x4.relaxed_madd(x, w1, b1);
            b0 = f32x4.relaxed_madd(x, w2, b0);
            q += pixel;
            x = v128.load(q);
            b3 = f32x4.relaxed_madd(x, w0, b3);
            b2 = f32x4.relaxed_madd(x, w1, b2);
            b1 = f32x4.relaxed_madd(x, w2, b1);
            b0 = f32x4.relaxed_madd(x, w3, b0);
            q += pixel;
            x = v128.load(q);
            b3 = f32x4.relaxed_madd(x, w1, b3);
            b2 = f32x4.relaxed_madd(x, w2, b2);
            b1 = f32x4.relaxed_madd(x, w3, b1);
            b0 = f32x4.relaxed_madd(x, w4, b0);
            q += pixel;
            x = v128.load(q);
            b3 = f32x4.relaxed_madd(x, w2, b3);
            b2 = f32x4.relaxed_madd(x, w3, b2);
            b1 = f32x4.relaxed_madd(x, w4, b1);
            q += pixel;
            x = v128.load(q);
            b3 = f32x4.relaxed_madd(x, w3, b3);
            b2 = f32x4.relaxed_madd(x, w4, b2);
            q += pixel;
            x = v128.load(q);
            b3 = f32x4.relaxed_madd(x, w4, b3);
            p += 16;
            w += 16;
          }
          p += inRow - pixel;
          w += 4 * pixel;
        }
        const to = output + y * outRow + (first << 2);
        v128.store(to, sumsOf(a0, a1, a2, a3));
        v128.store(to + outRow, sumsOf(b0, b1, b2, b3));
      }
    }
    input += inImage;
    output += <usize> height * outRow;
  }
}

/**
 * Adds up what each pixel of, say, a 14 x 14 image contributes to the 4 x 4
 * pixels of a 28 x 28 image under it at stride 2 and padding 1: the input
 * gradient of such a convolution with one channel, after its matrix product.
 *
 * @param parts `[height, width, 16]`, `width` even.
 * @param zeros A row of such parts, all zero.
 * @param output `[2 * height, 2 * width]`, written.
 */
export function gatherPatches(
  parts: usize,
  zeros: usize,
  output: usize,
  height: i32,
  width: i32,
): void {
  const line = <usize> width << 6;
  for (let y = 0; y < height; y++) {
    const above = y > 0 ? parts - line : zeros;
    const below = y + 1 < height ? parts + line : zeros;
    output = gatherRow(parts + 16, above + 48, output, width);
    output = gatherRow(parts + 32, below, output, width);
    parts += line;
  }
}

/** Adds two rows of parts up to a row of pixels; returns the next one's address. */
function gatherRow(p: usize, q: usize, output: usize, width: i32): usize {
  let before = f32x4.splat(0);
  let a = f32x4.add(v128.load(p), v128.load(q));
  for (; width > 0; width -= 2) {
    const b = f32x4.add(v128.load(p, 64), v128.load(q, 64));
    let after = f32x4.splat(0);
    if (width > 2) {
      after = f32x4.add(v128.load(p, 128), v128.load(q, 128));
    }
    // Each pixel is one part's tap plus the other's two columns away.
    const inner = v128.shuffle<f32>(a, b, 1, 4, 5, 5);
    const outer = v128.shuffle<f32>(before, a, 3, 6, 7, 7);
    v128.store(
      output,
      f32x4.add(
        v128.shuffle<f32>(inner, after, 0, 1, 2, 4),
        v128.shuffle<f32>(outer, b, 0, 1, 2, 6),
      ),
    );
    before = b;
    a = after;
    p += 128;
    q += 128;
    output += 16;
  }
  return output;
}

/**
 * {@link filterGradient} of one output channel; reads up to 15 floats past a
 * run. `dy` are floats one after the other.
 */
export function filterGradientOne(
  input: usize,
  inImage: usize,
  inRow: usize,
  inPixel: usize,
  dy: usize,
  images: usize,
  height: usize,
  width: usize,
  rows: i32,
  rowStep: usize,
  run: i32,
  dw: usize,
): void {
  const inSkip = inRow - width * inPixel;
  for (let image: usize = 0; image < images; image++) {
    let to = dw;
    let from = input + image * inImage;
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < run; k += 16) {
        let x = from + (<usize> k << 2);
        let d = dy;
        let s0 = f32x4.splat(0);
        let s1 = f32x4.splat(0);
        let s2 = f32x4.splat(0);
        let s3 = f32x4.splat(0);
        for (let y: usize = 0; y < height; y++) {
          for (let column = width; column > 0; column--) {
            const b = v128.load32_splat(d);
            s0 = f32x4.relaxed_madd(v128.load(x), b, s0);
            s1 = f32x4.relaxed_madd(v128.load(x, 16), b, s1);
            s2 = f32x4.relaxed_madd(v128.load(x, 32), b, s2);
            s3 = f32x4.relaxed_madd(v128.load(x, 48), b, s3);
            x += inPixel;
            d += 4;
          }
          x += inSkip;
        }
        addRun(to, s0, run - k);
        addRun(to + 16, s1, run - k - 4);
        addRun(to + 32, s2, run - k - 8);
        addRun(to + 48, s3, run - k - 12);
        to += <usize> min(16, run - k) << 2;
      }
      from += rowStep;
    }
    dy += (height * width) << 2;
  }
}

/** Adds the first `kept` lanes, up to four, to floats in memory. */
function addRun(to: usize, lanes: v128, kept: i32): void {
  if (kept >= 4) {
    v128.store(to, f32x4.add(v128.load(to), lanes));
    return;
  }
  if (kept > 0) f32.store(to, f32.load(to) + f32x4.extract_lane(lanes, 0));
  if (kept > 1) {
    f32.store(to, f32.load(to, 4) + f32x4.extract_lane(lanes, 1), 4);
  }
  if (kept > 2) {
    f32.store(to, f32.load(to, 8) + f32x4.extract_lane(lanes, 2), 8);
  }
}
