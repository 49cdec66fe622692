/**
 * Completes a trained model: exports it and measures the export.
 *
 * @module
 */

import {
  readQuantizedModel,
  writeQuantizedModel,
} from "../../src/network/quantized.ts";
import type { NetworkDescription } from "../../src/network/description.ts";
import { TRAINING_METADATA } from "../../src/model_file.ts";
import { countCorrect } from "../evaluate/accuracy.ts";
import { JUDGED_DIGITS, labelAgreement } from "../evaluate/agreement.ts";
import { countRecognized } from "../evaluate/int8_accuracy.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { FloatNetwork } from "../network/inference.ts";
import type { DataParts } from "../data/parts.ts";
import { makeChoiceSets } from "../recognizer/choice_sets.ts";
import { exportGenerator } from "./export_generator.ts";
import { exportRecognizer } from "./export_recognizer.ts";
import {
  engineModule,
  generatorFrom,
  recognizerFrom,
} from "../network/int8_engine.ts";
import type { Finished } from "../models/folder.ts";
import type {
  GeneratorMetrics,
  GeneratorQuality,
  RecognizerMetrics,
} from "../models/metrics.ts";
import { networkSize } from "./network_size.ts";
import { type RunFacts, trainingRecord } from "./training_record.ts";

/** Options of both functions. */
export interface FinishOptions {
  /** The data of the run. */
  readonly data: DataParts;
  /** Facts that only the run knows. */
  readonly facts: RunFacts;
}

/**
 * Exports a recognizer and measures it, in floating point and as exported.
 *
 * @param name Name of its file, without the extension.
 * @param network Its network.
 * @param trained Averaged parameters, batch norm not folded.
 */
export async function finishRecognizer(
  name: "recognizer" | "judge",
  network: NetworkDescription,
  trained: ReadonlyMap<string, Float32Array>,
  { data, facts }: FinishOptions,
): Promise<Finished<RecognizerMetrics>> {
  const folded = foldBatchNorm(network, trained);
  const { training, validation, test } = data;
  const { bytes, temperature, rejectBelow } = await exportRecognizer(
    folded,
    training,
    validation,
    name === "judge" ? [] : await makeChoiceSets(validation),
    await engineModule(),
    new Map(),
  );
  const float = new FloatNetwork(folded);
  const int8 = await recognizerFrom(bytes);
  const { parameters, multiplyAdds } = networkSize(folded.description);
  const measured = {
    parameters,
    multiply_adds: multiplyAdds,
    training: trainingRecord(facts),
    validation_accuracy_float: await countCorrect(float, validation) /
      validation.count,
    validation_accuracy_int8: countRecognized(int8, validation) /
      validation.count,
    test_images: test.count,
    test_accuracy_float: await countCorrect(float, test) / test.count,
    test_accuracy_int8: countRecognized(int8, test) / test.count,
    temperature,
    reject_below: rejectBelow,
  };
  float.dispose();
  return labelled(`${name}.safetensors`, bytes, measured);
}

/**
 * Exports a generator and measures it as exported.
 *
 * @param trained Averaged parameters, batch norm not folded.
 * @param judge File of a recognizer trained only on real digits.
 */
export async function finishGenerator(
  trained: ReadonlyMap<string, Float32Array>,
  latentSize: number,
  judge: Uint8Array<ArrayBuffer>,
  { data, facts }: FinishOptions,
): Promise<Finished<GeneratorMetrics>> {
  const bytes = await exportGenerator(
    trained,
    latentSize,
    data.training,
    new Map(),
  );
  const generator = await generatorFrom(bytes);
  const size = networkSize(generator.info.description);
  return labelled("generator.safetensors", bytes, {
    parameters: size.parameters,
    multiply_adds: size.multiplyAdds,
    training: trainingRecord(facts),
    label_agreement: labelAgreement(
      await recognizerFrom(judge),
      generator,
    ),
    judged_digits: JUDGED_DIGITS,
  });
}

/**
 * Adds the quality of a generator's digits to its metrics. The model file gets
 * only the figures over all digits, because every server loads it.
 *
 * @param bytes The generator's file.
 * @param metrics Its entry in `metrics.json` so far.
 */
export function withQuality(
  bytes: Uint8Array,
  metrics: GeneratorMetrics,
  quality: GeneratorQuality,
): Finished<GeneratorMetrics> {
  const { file, bytes: _, ...measured } = metrics;
  const { reference, int8, float, floor } = quality;
  const overall = {
    reference,
    int8: int8.all,
    float: float.all,
    floor: floor.all,
  };
  const finished = labelled(file, bytes, { ...measured, quality: overall });
  return { ...finished, metrics: { ...finished.metrics, quality } };
}

/**
 * Writes the measurements into the model file itself, so that the server can
 * report them.
 */
function labelled<M>(
  file: string,
  bytes: Uint8Array,
  measured: M,
): Finished<M & { file: string; bytes: number }> {
  const model = readQuantizedModel(bytes);
  const complete = writeQuantizedModel({
    ...model,
    metadata: new Map([
      ...model.metadata,
      [TRAINING_METADATA, JSON.stringify(measured)],
    ]),
  });
  return {
    bytes: complete,
    metrics: { file, bytes: complete.length, ...measured },
  };
}
