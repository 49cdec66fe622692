import type { FeatureSet } from "../../../../train/evaluate/generated/feature_set.ts";

/** A set of points of the same width; labels are 0 unless given. */
export function points(
  rows: readonly (readonly number[])[],
  labels: readonly number[] = rows.map(() => 0),
): FeatureSet {
  return {
    values: Float32Array.from(rows.flat()),
    width: rows[0]?.length ?? 0,
    labels: Uint8Array.from(labels),
    count: rows.length,
  };
}
