import assert from "node:assert/strict";
import type {
  DigitMetrics,
  MeasuredDigits,
} from "../../../train/models/metrics.ts";
import { qualitySection } from "../../../train/models/quality_section.ts";

function metrics(fréchet: number, probed: boolean): DigitMetrics {
  return {
    images: 100,
    frechet_distance: fréchet,
    label_agreement: 0.992,
    precision: 0.9,
    recall: 0.81,
    density: 1.02,
    coverage: 0.94,
    nearest_neighbour_accuracy: 0.55,
    nearest_training_ratio: 0.97,
    ...(probed && {
      two_sample_accuracy: 0.6,
      train_on_generated_accuracy: 0.981,
    }),
  };
}

function measured(fréchet: number, probed = true): MeasuredDigits {
  return {
    all: metrics(fréchet, probed),
    digits: Array.from({ length: 10 }, (_, d) => metrics(d + fréchet, probed)),
  };
}

Deno.test("qualitySection() has a row for each measure and each digit", () => {
  const lines = qualitySection({
    reference: "100 images of MNIST",
    int8: measured(0.5),
    float: measured(0.25, false),
    floor: measured(0.125),
  });
  assert.ok(lines[0]!.includes("100 images of MNIST"));
  assert.ok(lines.includes("| Fréchet distance | 0.500 | 0.250 | 0.125 |"));
  assert.ok(
    lines.includes("| two-sample network | 60.0 % | not measured | 60.0 % |"),
  );
  const nine = lines.find((line) => line.startsWith("| 9 |"))!;
  assert.ok(nine.startsWith("| 9 | 9.500 (9.125) | 99.2 % (99.2 %) |"), nine);
});
