import assert from "node:assert/strict";
import { Random } from "../../../src/network/random.ts";
import {
  augment,
  type AugmentOptions,
  DEFAULT_AUGMENTATION,
  makeAugmentScratch,
} from "../../../train/data/augment.ts";
import { centreOfMass } from "../../../train/data/effects/centre.ts";
import { inkOf, makeSeven } from "./effects/digit_fixture.ts";

/** Options that change nothing. */
const STILL: AugmentOptions = {
  rotation: 0,
  shear: 0,
  aspect: 0,
  scale: 0,
  shift: 0,
  refit: false,
  elastic: 0,
  thicknessShare: 0,
  thin: 0,
  thick: 0,
  blurShare: 0,
  curve: 0,
  contrast: 1,
  noiseShare: 0,
  noise: 0,
  cutoutShare: 0,
  cutout: 3,
  roughShare: 0,
};

function augmented(
  seed: number,
  options?: Partial<AugmentOptions>,
): Float32Array {
  const image = makeSeven();
  augment(image, new Random(seed), options);
  return image;
}

/** Columns and rows between the outermost pixels with ink above 0.2, ends included. */
function boxOf(image: Float32Array): [number, number] {
  const inked = [...image.keys()].filter((i) => image[i]! >= 0.2);
  const columns = inked.map((i) => i % 28);
  const rows = inked.map((i) => Math.floor(i / 28));
  return [
    Math.max(...columns) - Math.min(...columns) + 1,
    Math.max(...rows) - Math.min(...rows) + 1,
  ];
}

Deno.test("augment() depends only on its random stream", () => {
  const scratch = makeAugmentScratch();
  for (let seed = 0; seed < 20; seed++) {
    const alone = augmented(seed);
    assert.deepEqual(augmented(seed), alone);
    const shared = makeSeven();
    augment(shared, new Random(seed), {}, scratch);
    assert.deepEqual(shared, alone, "memory used before makes no difference");
    assert.notDeepEqual(augmented(seed + 1), alone);
  }
});

Deno.test("augment() with every effect off changes nothing", () => {
  assert.deepEqual(augmented(1, STILL), makeSeven());
});

Deno.test("augment() changes the image by each option alone", () => {
  const each: Partial<AugmentOptions>[] = [
    { rotation: 10 },
    { shear: 0.2 },
    { aspect: 0.2 },
    { scale: 0.1 },
    { shift: 1 },
    { refit: true },
    { elastic: 1 },
    { thicknessShare: 1, thin: 0.5 },
    { thicknessShare: 1, thick: 0.5 },
    { blurShare: 1 },
    { curve: 0.5 },
    { noiseShare: 1, noise: 0.1 },
    { cutoutShare: 1, cutout: 28 },
  ];
  for (const options of each) {
    const results = [1, 2, 3, 4].map((seed) =>
      augmented(seed, { ...STILL, ...options })
    );
    assert.ok(results.some((image) => inkOf(image) > 0));
    const still = makeSeven();
    assert.ok(
      results.some((image) => image.some((ink, i) => ink !== still[i])),
      JSON.stringify(options),
    );
  }
});

Deno.test("augment() returns ink from 0 to 1 with full ink somewhere, for any seed", () => {
  for (let seed = 0; seed < 300; seed++) {
    const image = augmented(seed, { cutoutShare: 0, noiseShare: 0.5 });
    assert.ok(image.every((ink) => ink >= 0 && ink <= 1));
    assert.ok(Math.max(...image) > 0.75, `seed ${seed}`);
  }
});

Deno.test("augment() keeps MNIST's box and centre of mass", () => {
  const undamaged = { noiseShare: 0, cutoutShare: 0 };
  for (let seed = 0; seed < 100; seed++) {
    const image = augmented(seed, {
      ...undamaged,
      shift: 0,
      curve: 0,
      contrast: 1,
    });
    const centre = centreOfMass(image);
    assert.ok(Math.abs(centre.x - 14) < 0.75, `seed ${seed}: ${centre.x}`);
    assert.ok(Math.abs(centre.y - 14) < 0.75, `seed ${seed}: ${centre.y}`);

    const turned = augmented(seed, {
      ...STILL,
      refit: true,
      rotation: 30,
      shear: 0.3,
    });
    const side = Math.max(...boxOf(turned));
    assert.ok(side >= 19 && side <= 22, `seed ${seed}: ${side}`);
  }
});

Deno.test("augment() leaves a blank image blank", () => {
  const image = new Float32Array(784);
  for (let seed = 0; seed < 20; seed++) {
    augment(image, new Random(seed), { noiseShare: 0 });
    assert.ok(image.every((ink) => ink === 0));
  }
});

Deno.test("DEFAULT_AUGMENTATION damages few images, and never cuts out a whole digit", () => {
  const { noiseShare, cutoutShare, cutout } = DEFAULT_AUGMENTATION;
  assert.ok(noiseShare + cutoutShare <= 0.1);
  assert.ok(cutout <= 8);
});
