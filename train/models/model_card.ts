/**
 * The model card, written from the measurements.
 *
 * @module
 */

import { formatDuration } from "../report/durations.ts";
import { qualitySection } from "./quality_section.ts";
import { damageTable, rejectionTable } from "./robustness_section.ts";
import type {
  GeneratorMetrics,
  Metrics,
  ModelMetrics,
  RecognizerMetrics,
} from "./metrics.ts";

/** `models/README.md` for models with these measurements. */
export function modelCard(metrics: Metrics): string {
  const { generator, recognizer, judge } = metrics;
  return [
    "# Model card",
    "",
    "Written by `deno task train` from `metrics.json`; do not edit by hand.",
    "",
    "Each file is a safetensors file with packed int8 weights, per-channel scales",
    "and, in its metadata, the description of the network. Choices were made on the",
    "validation split; the test images are only for reporting.",
    ...(recognizer
      ? [
        "",
        "## Recognizer",
        "",
        "Reads a 28x28 digit: 0 paper, 255 ink. It outputs a logit for each digit and, if",
        "it was trained on such pictures, one for no digit and one for several digits.",
        "",
        ...recognizerRows(recognizer),
        ...robustnessRows(recognizer),
      ]
      : []),
    ...(generator
      ? [
        "",
        "## Generator",
        "",
        "Draws a 28x28 digit from a latent and a label. Trained as the generator of a",
        "conditional GAN; this is the average of its weights over the training.",
        "",
        ...generatorRows(generator, judge),
        ...(generator.quality
          ? ["", ...qualitySection(generator.quality)]
          : []),
      ]
      : []),
    ...(judge
      ? [
        "",
        "## Judge",
        "",
        "A recognizer that never saw a generated digit, for grading the generator. The",
        "server does not load it.",
        "",
        ...recognizerRows(judge),
      ]
      : []),
    "",
    "## Limits",
    "",
    "Trained on MNIST, digits of US census workers and students, and on digits drawn",
    "by program in other ways of writing. These numbers do not show how a model does",
    "on other people's writing. Generated digits follow the same data and may repeat",
    "its habits; they do not represent how people write in general.",
    "",
  ].join("\n");
}

function recognizerRows(m: RecognizerMetrics): string[] {
  const wrong = Math.round((1 - m.test_accuracy_int8) * m.test_images);
  return table([
    ["accuracy on the test images, int8", percent(m.test_accuracy_int8)],
    ["the same in floating point", percent(m.test_accuracy_float)],
    ["errors on the test images, int8", `${wrong} of ${m.test_images}`],
    [
      "accuracy on the validation split, int8",
      percent(m.validation_accuracy_int8),
    ],
    ["the same in floating point", percent(m.validation_accuracy_float)],
    ["temperature", m.temperature.toFixed(3)],
    ["rejected below a confidence of", m.reject_below.toFixed(3)],
    ...mixedIn(m.training.configuration),
    ...commonRows(m),
  ]);
}

/** Further measurements on the test images. */
function robustnessRows({ damage, rejection }: RecognizerMetrics): string[] {
  return [
    ...(damage
      ? ["", "The test images, damaged:", ...damageTable(damage)]
      : []),
    ...(rejection
      ? [
        "",
        "Pictures without a single digit, 500 of each kind, compared with the test images:",
        ...rejectionTable(rejection),
      ]
      : []),
  ];
}

/** What a recognizer's batches contain besides unchanged images. */
function mixedIn(
  configuration: RecognizerMetrics["training"]["configuration"],
): [string, string][] {
  if (!("generatedShare" in configuration)) return [];
  const { augmentedShare, generatedShare, drawnShare } = configuration;
  // Missing in the metrics of older models.
  const { fontShare = 0, sentShare = 0, negativeShare = 0, roughShare = 0 } =
    configuration;
  return [
    ["augmented share of each batch", percent(augmentedShare)],
    ["generated share of each batch", percent(generatedShare)],
    ["digits drawn by program, per training image", percent(drawnShare)],
    ["digits of handwriting fonts, likewise", percent(fontShare)],
    ["training images as photographs, likewise", percent(sentShare)],
    ["pictures of no digit or of several, likewise", percent(negativeShare)],
    ["share of the augmented that is also damaged", percent(roughShare)],
  ];
}

function generatorRows(
  m: GeneratorMetrics,
  judge: RecognizerMetrics | undefined,
): string[] {
  const by = judge
    ? `, by a judge of ${percent(judge.test_accuracy_float)} on the test images`
    : "";
  return table([
    [
      "digits read as their label",
      `${percent(m.label_agreement)} of ${m.judged_digits}${by}`,
    ],
    ...commonRows(m),
  ]);
}

function commonRows(m: ModelMetrics): [string, string][] {
  const { training } = m;
  const versions = Object.entries(training.versions)
    .map(([name, version]) => `${name} ${version}`);
  return [
    ["file", `\`${m.file}\`, ${m.bytes.toLocaleString("en")} bytes`],
    ["parameters", m.parameters.toLocaleString("en")],
    ["multiply-adds per image", m.multiply_adds.toLocaleString("en")],
    [
      "trained",
      `${training.date}, preset \`${training.preset}\`, seed ${training.seed}, ` +
      `${training.workers} worker${training.workers === 1 ? "" : "s"} ` +
      `on ${training.backend}`,
    ],
    [
      "training images",
      `${training.training_images.toLocaleString("en")} of ${training.data}`,
    ],
    [
      "training time",
      `${formatDuration(training.seconds)} on ${training.processor}`,
    ],
    ["software", versions.join(", ")],
  ];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  return [
    "| what | value |",
    "| --- | --- |",
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
