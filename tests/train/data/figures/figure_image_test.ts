import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { centreOfMass } from "../../../../train/data/effects/centre.ts";
import {
  type Figure,
  figureBox,
} from "../../../../train/data/figures/figure.ts";
import { figureImage } from "../../../../train/data/figures/figure_image.ts";
import {
  loadRenderer,
  renderInk,
} from "../../../../train/data/figures/render.ts";

const CROSS: Figure = {
  kind: "strokes",
  strokes: [{ x: [0, 100], y: [0, 100] }, { x: [100, 0], y: [0, 100] }],
};

const ANGLE: Figure = {
  kind: "outline",
  path: "M10 10L30 10L30 70L90 70L90 90L10 90Z",
  box: { left: 10, top: 10, right: 90, bottom: 90 },
};

Deno.test("figureBox() contains all points", () => {
  assert.deepEqual(figureBox(CROSS), {
    left: 0,
    top: 0,
    right: 100,
    bottom: 100,
  });
  assert.equal(figureBox(ANGLE), ANGLE.box);
});

Deno.test("renderInk() is full inside, empty outside and between at edges", async () => {
  await loadRenderer();
  await loadRenderer();
  const ink = renderInk(8, `<rect x="2" y="2" width="3.5" height="4"/>`);
  assert.equal(ink[3 * 8 + 3], 255);
  assert.equal(ink[0], 0);
  assert.ok(ink[3 * 8 + 5]! > 100 && ink[3 * 8 + 5]! < 155);
});

Deno.test("figureImage() brings figures to MNIST's layout, by any pen and paper", async () => {
  await loadRenderer();
  for (const figure of [CROSS, ANGLE]) {
    const seen = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      const image = figureImage(figure, new Random(seed));
      assert.equal(image.length, 784);
      assert.equal(Math.max(...image), 255);
      const { x, y } = centreOfMass(Float32Array.from(image));
      assert.ok(Math.abs(x - 14) < 1.2 && Math.abs(y - 14) < 1.2, `${x} ${y}`);
      seen.add(image.join());
    }
    assert.ok(seen.size > 15, `${figure.kind}: ${seen.size} of 30 differ`);
    assert.deepEqual(
      figureImage(figure, new Random(3)),
      figureImage(figure, new Random(3)),
    );
  }
});
