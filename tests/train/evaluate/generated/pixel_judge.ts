import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import type { FloatModel } from "../../../../train/network/fold.ts";

/**
 * A judge that takes ten pixels for features, and reads the brightest of them.
 *
 * @param placeOf Place of each digit's pixel in the image.
 */
export function pixelJudge(placeOf: (digit: number) => number): FloatModel {
  const first = new Float32Array(IMAGE_PIXELS * 10);
  const second = new Float32Array(100);
  for (let digit = 0; digit < 10; digit++) {
    first[placeOf(digit) * 10 + digit] = 1;
    second[digit * 10 + digit] = 1;
  }
  return {
    description: {
      name: "judge",
      inputShape: [28, 28, 1],
      layers: [
        { type: "reshape", name: "flat", shape: [IMAGE_PIXELS] },
        dense("features"),
        dense("logits"),
      ],
    },
    tensors: new Map([
      ["features.weight", first],
      ["features.bias", new Float32Array(10)],
      ["logits.weight", second],
      ["logits.bias", new Float32Array(10)],
    ]),
  };
}

function dense(name: string) {
  return {
    type: "dense",
    name,
    units: 10,
    activation: "linear",
    batchNorm: false,
  } as const;
}
