import type { CheckupMeasures } from "../../../train/gan/checkup.ts";

/** A checkup of a healthy generator. */
export const GOOD: CheckupMeasures = {
  frechet_distance: 2,
  label_agreement: 0.99,
  least_agreement: 0.97,
  precision: 0.9,
  recall: 0.9,
  density: 1,
  coverage: 0.9,
};
