import assert from "node:assert/strict";
import type { GreyImage } from "../../../src/image/grey.ts";
import { cutOutCard } from "../../../src/image/normalize/card.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest, paint, paintSeven } from "../pictures.ts";

const seven = paintSeven(240, 80, 70, 100, () => 20, () => 230);

/** One in pencil: paler than a dark desk. */
const pencil = paintSeven(240, 80, 70, 100, () => 150, () => 230);

/** A seven on a card turned by an angle; the desk takes its place beside. */
function onDesk(angle: number, desk: number, drawn = seven): GreyImage {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return paint(240, 240, (x, y) => {
    const u = (x - 120) * cos + (y - 120) * sin;
    const v = (y - 120) * cos - (x - 120) * sin;
    const isCard = Math.abs(u) < 85 && Math.abs(v) < 75;
    return isCard ? drawn.pixels[y * 240 + x]! : desk;
  });
}

Deno.test("cutOutCard() cuts out cards, turned ones too", () => {
  for (const angle of [0, 0.1, -0.2]) {
    const card = cutOutCard(onDesk(angle, 60));
    assert.ok(card !== null, String(angle));
    assert.ok(card.image.width < 210 && card.image.height < 210);
    // Nothing of the desk is left.
    const border = [...card.image.pixels.subarray(0, card.image.width)];
    assert.ok(Math.min(...border) > 200, String(angle));
  }
});

Deno.test("cutOutCard() counts the inside of a loop as card", () => {
  const zero = paint(240, 240, (x, y) => {
    const away = Math.hypot(x - 120, y - 120);
    const isCard = Math.abs(x - 120) < 85 && Math.abs(y - 120) < 85;
    return !isCard ? 60 : away > 52 && away < 62 ? 20 : 230;
  });
  assert.ok(cutOutCard(zero) !== null);
});

Deno.test("cutOutCard() leaves pictures without a card alone", () => {
  const disc = paint(200, 200, (x, y) => {
    const away = Math.hypot(x - 100, y - 100);
    return away < 80 && (away > 20 || x > 104) ? 250 : 10;
  });
  const bar = paint(200, 200, (x) => x > 80 && x < 120 ? 250 : 10);
  const crossing = paint(240, 240, (x, y) => {
    const light = y > 110 ? 0.4 : 1;
    return light * seven.pixels[y * 240 + x]!;
  });
  const paleCrossing = paint(240, 240, (x, y) => {
    const light = y > 110 ? 0.4 : 1;
    return light * pencil.pixels[y * 240 + x]!;
  });
  const blank = paint(240, 240, () => 230);
  const empty = onDesk(0.1, 20, blank);
  const pictures = { seven, disc, bar, crossing, paleCrossing, empty };
  for (const [name, picture] of Object.entries(pictures)) {
    assert.equal(cutOutCard(picture), null, name);
  }
});

Deno.test("normalize() reads what is on a card, and tells its place", () => {
  const plain = normalize(seven);
  for (const desk of [20, 90]) {
    const found = normalize(onDesk(0.1, desk));
    assert.ok(nearest(found.pixels, plain.pixels) < 3, `desk ${desk}`);
    assert.ok(Math.abs(found.box!.left - plain.box!.left) <= 1);
    assert.ok(Math.abs(found.box!.bottom - plain.box!.bottom) <= 1);
  }
});

Deno.test("normalize() reads a digit that touches the card's edge", () => {
  const small = (top: number) =>
    paintSeven(240, 90, top, 60, () => 20, () => 230);
  const plain = normalize(small(70));
  for (const [angle, top] of [[0, 45], [0.1, 46]] as const) {
    const found = normalize(onDesk(angle, 60, small(top)));
    assert.ok(nearest(found.pixels, plain.pixels) < 12, String(angle));
  }
});

Deno.test("normalize() reads pencil on a card that lies on something darker", () => {
  const plain = normalize(pencil);
  const found = normalize(onDesk(0.1, 30, pencil));
  assert.ok(nearest(found.pixels, plain.pixels) < 3);
});
