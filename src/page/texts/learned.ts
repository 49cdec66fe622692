/**
 * Texts about how the networks learned.
 *
 * @module
 */

import { aDigit } from "./article.ts";

/** The texts of the feature "learned". */
export const LEARNED = {
  title: "How it learned to write",
  lead:
    "At first the network draws noise. A second network sees its digits and real ones, and says which are real. The first learns to fool it.",
  loading: "Loading…",
  failed: "This part did not load. Are you online?",
  retry: "Try again",
  progress: "Steps of training",
  digits: (step: number) => `The ten digits after ${step} steps`,
  after: (step: string, images: string) =>
    `After ${step} steps, ${images} images seen`,
  play: "Play",
  pause: "Pause",
  agreement: "read as the digit that was meant",
  coverage: "of real digits have a made one close by",
  chart: "Both measures, in percent, over the steps of training",
  chartSteps: "steps of training (the first ones spread out)",
  run: (
    { preset, epochs, seed, images, beside }: {
      preset: string;
      epochs: number;
      seed: number;
      images: string;
      beside: string;
    },
  ) =>
    `This is a short run, made for this page: the preset ${preset}, ${epochs} passes over ${images} images, seed ${seed}; the same random numbers at every step, none picked. Measured beside ${beside} images that it did not learn from.`,
  served: (epochs: number, time: string) =>
    `The generator on this page is of a longer run: ${epochs} passes, ${time}.`,

  figuresTitle: "How good both are",
  figuresLead:
    "Measured with 10,000 test images that neither network has learned from.",
  figure: "Measure",
  here: "Here",
  floor: "Real digits",
  figures: {
    accuracy: "Test images read correctly",
    label_agreement: "Made digits read as meant",
    two_sample_accuracy:
      "A trained network tells made from real (50% is guessing)",
    coverage: "Real digits that have a made one close by",
    train_on_generated_accuracy:
      "Accuracy of a network that saw made digits only",
    recognizerSize: "Size of the reader",
    generatorSize: "Size of the writer",
  },
  floorNote:
    "“Real digits” is what other real digits score in place of the made ones.",
  card: "All figures",

  hardTitle: "Can you read these?",
  hardLead: (wrong: number, tested: string) =>
    `The network misreads ${wrong} of ${tested} test digits. Here they are. What would you say?`,
  hardPicture: (number: number, of: number) =>
    `Digit ${number} of ${of} that the network misreads`,
  hardChoices: "What is it?",
  youRight: "You read it as its writer meant it.",
  youWrong: (label: number) => `Its writer meant ${aDigit(label)}.`,
  itSaid: (read: number, percent: number) =>
    `The network says ${read}, ${percent}% sure.`,
  alsoYou: "So did you.",
  tally: (right: number, of: number) =>
    `You: ${right} of ${of}. The network: 0 of ${of}.`,
  next: "Next",
  over: (right: number, of: number) =>
    `That was the last one. You read ${right} of ${of} as their labels say.`,
  again: "Once more",
} as const;
