/**
 * Every hyperparameter of a training run, in one block.
 *
 * The values here are the `standard` preset; `presets.ts` has the changes of
 * the others. The resolved configuration is saved with every checkpoint and
 * model.
 *
 * @module
 */

import { LATENT_SIZE } from "../src/network/numbers.ts";

/** The configuration of a run. */
export interface TrainConfig {
  /** Names every random stream of the run. */
  readonly seed: number;
  /** Maximum number of training images; the first of the split are used. */
  readonly trainingImages: number;
  /**
   * Minimum number of steps of each model: on small sets, the number of epochs
   * grows.
   */
  readonly leastSteps: LeastSteps;
  /** The conditional GAN. */
  readonly gan: GanConfig;
  /** The recognizer that is served. */
  readonly recognizer: RecognizerConfig;
  /** The recognizer that judges generated digits and never sees one in training. */
  readonly judge: RecognizerConfig;
}

/** Steps by model. */
export interface LeastSteps {
  /** Of the conditional GAN. */
  readonly gan: number;
  /** Of the recognizer that is served. */
  readonly recognizer: number;
  /** Of the judge. */
  readonly judge: number;
}

/** The GANs that can be trained. */
export const GAN_KINDS = ["r3gan", "wgan-gp", "dcgan"] as const;

/** A member of {@linkcode GAN_KINDS}: `train/gan/kinds.ts` has their losses. */
export type GanKind = typeof GAN_KINDS[number];

/**
 * A discriminator's layers: `fine` begins at the image's full size, `normalized`
 * is `plain` with batch norm, which rules out gradient penalties.
 */
export type DiscriminatorKind = "plain" | "fine" | "normalized";

/** Hyperparameters of the conditional GAN. */
export interface GanConfig {
  /** Its losses. */
  readonly kind: GanKind;
  /** Passes over the training images. */
  readonly epochs: number;
  /** Real images per step, over all workers. */
  readonly batchSize: number;
  /** Most images that a worker computes at a time; batch norm measures over these. */
  readonly microbatchSize: number;
  /** Components of the latent. */
  readonly latentSize: number;
  /** The discriminator; it is not shipped, so it may cost more than the generator. */
  readonly discriminator: DiscriminatorKind;
  /** Adam's step size for both networks, before decay. */
  readonly learningRate: number;
  /** Share of the steps after which the learning rate falls, linearly. */
  readonly decayFrom: number;
  /** The final learning rate, as a share of the initial one. */
  readonly finalLearningRate: number;
  /** Adam's decay of the gradient's mean; 0 means no momentum. */
  readonly beta1: number;
  /** Adam's decay of the gradient's square. */
  readonly beta2: number;
  /**
   * Weight of the discriminator's gradient penalty, which depends on the kind:
   * gamma of R3GAN, lambda of WGAN-GP; 0 leaves it out.
   */
  readonly penaltyWeight: number;
  /**
   * Steps from one penalty to the next; its weight is multiplied by this
   * number.
   */
  readonly penaltyEvery: number;
  /**
   * Weight of the cross-entropy by which the discriminator learns to classify
   * real images, and the generator to produce images that are classified as
   * their label. The generator's weight falls to 0 with the learning rate.
   */
  readonly labelWeight: number;
  /** Steps of the discriminator for each of the generator. */
  readonly discriminatorSteps: number;
  /**
   * Decay per step of the averaged generator. It is lower at first: the
   * average's half-life grows during the run until it reaches that of this
   * decay.
   */
  readonly averageDecay: number;
  /**
   * Steps between two checkups of the averaged generator, each with a picture
   * of its digits.
   */
  readonly sampleEvery: number;
  /**
   * Validation images that a checkup compares with. The best generator is the
   * run's result (train/gan/choice.ts has the rule); with 0, nothing is
   * compared and the last generator is the result.
   */
  readonly evaluatedImages: number;
}

/** Hyperparameters of a recognizer. */
export interface RecognizerConfig {
  /** Passes over the training images. */
  readonly epochs: number;
  /** Images per step, over all workers. */
  readonly batchSize: number;
  /** Most images that a worker computes at a time; batch norm measures over these. */
  readonly microbatchSize: number;
  /** AdamW's step size at its highest. */
  readonly learningRate: number;
  /** Share of the steps over which the learning rate rises from 0. */
  readonly warmup: number;
  /** Adam's decay of the gradient's mean. */
  readonly beta1: number;
  /** Adam's decay of the gradient's square. */
  readonly beta2: number;
  /** AdamW's decoupled weight decay, on weights alone. */
  readonly weightDecay: number;
  /** Share of the target spread evenly over all classes. */
  readonly labelSmoothing: number;
  /** Decay per step of the averaged weights. */
  readonly averageDecay: number;
  /**
   * Share of each batch that is geometrically augmented; the rest is unchanged.
   */
  readonly augmentedShare: number;
  /** Share of each batch that the generator writes. */
  readonly generatedShare: number;
  /**
   * Digits drawn by program in ways of writing that MNIST has few of. They are
   * added to the training images; this is their number as a share of these.
   */
  readonly drawnShare: number;
  /** Digits of handwriting fonts, likewise. */
  readonly fontShare: number;
  /** The training images' own digits as photographs, likewise. */
  readonly sentShare: number;
  /**
   * Pictures of no digit or of several, likewise. Above 0, the network has two
   * more outputs for them.
   */
  readonly negativeShare: number;
  /**
   * Share of the augmented images that are also damaged as by careless clients.
   */
  readonly roughShare: number;
}

/** Changes that leave a recognizer only the images of its data. */
export const ONLY_DATA: Pick<
  RecognizerConfig,
  | "generatedShare"
  | "drawnShare"
  | "fontShare"
  | "sentShare"
  | "negativeShare"
  | "roughShare"
> = {
  generatedShare: 0,
  drawnShare: 0,
  fontShare: 0,
  sentShare: 0,
  negativeShare: 0,
  roughShare: 0,
};

const recognizer: RecognizerConfig = {
  epochs: 25,
  batchSize: 128,
  microbatchSize: 32,
  learningRate: 3e-3,
  warmup: 0.05,
  beta1: 0.9,
  beta2: 0.99,
  weightDecay: 0.02,
  labelSmoothing: 0.02,
  averageDecay: 0.999,
  augmentedShare: 0.8,
  generatedShare: 0.05,
  drawnShare: 0.2,
  fontShare: 0.06,
  sentShare: 0.06,
  negativeShare: 0.3,
  roughShare: 0.12,
};

/** The `standard` preset: what `deno task train` does by default. */
export const standardConfig: TrainConfig = {
  seed: 1,
  trainingImages: Infinity,
  leastSteps: { gan: 1000, recognizer: 1000, judge: 500 },
  gan: {
    kind: "r3gan",
    epochs: 6,
    batchSize: 128,
    microbatchSize: 32,
    latentSize: LATENT_SIZE,
    discriminator: "plain",
    learningRate: 3e-3,
    decayFrom: 0.4,
    finalLearningRate: 0.05,
    beta1: 0,
    beta2: 0.99,
    penaltyWeight: 0.02,
    penaltyEvery: 4,
    labelWeight: 0.1,
    discriminatorSteps: 1,
    averageDecay: 0.999,
    sampleEvery: 430,
    evaluatedImages: 2000,
  },
  recognizer,
  judge: { ...recognizer, ...ONLY_DATA, epochs: 6 },
};

/**
 * The hyperparameters that each kind of GAN changes in a preset: its paper's
 * values, except where a comment says otherwise.
 */
export const ganChanges: Readonly<Record<GanKind, Partial<GanConfig>>> = {
  r3gan: {},
  // Gulrajani et al. 2017 (arXiv 1704.00028), algorithm 1, but with five times
  // its learning rate: the generator takes only a fifth of a preset's steps.
  "wgan-gp": {
    kind: "wgan-gp",
    batchSize: 64,
    learningRate: 5e-4,
    beta1: 0,
    beta2: 0.9,
    penaltyWeight: 10,
    penaltyEvery: 1,
    labelWeight: 0,
    discriminatorSteps: 5,
  },
  // Radford et al. 2015 (arXiv 1511.06434), section 4.
  dcgan: {
    kind: "dcgan",
    discriminator: "normalized",
    learningRate: 2e-4,
    beta1: 0.5,
    beta2: 0.999,
    penaltyWeight: 0,
    labelWeight: 0,
  },
};
