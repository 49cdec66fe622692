/**
 * A quantized model: a network description with int8 weights and the scales
 * that give them meaning. quantized.ts defines its file format.
 *
 * @module
 */

import {
  isWeighted,
  type NetworkDescription,
  type WeightedLayer,
} from "./description.ts";
import { type ShapedLayer, shapedLayers } from "./shapes.ts";

/** How a network's input bytes become its first codes. */
export interface InputQuantization {
  /**
   * `pixels`: bytes 0 to 255, encoded by `pixelCode`, with scale 1/127 and zero
   * point 0. `codes`: codes 0 to 127, unchanged.
   */
  readonly encoding: "pixels" | "codes";
  /** Real value of one step of a code. */
  readonly scale: number;
  /** The code that represents 0. */
  readonly zeroPoint: number;
}

/** A weighted layer's numbers. */
export interface QuantizedWeights {
  /** Packed, `packedShape` of the layer's geometry. */
  readonly weight: Int8Array;
  /** Real value of weight 1, one per output. */
  readonly weightScale: Float32Array;
  /** In units of input scale times weight scale, one per output. */
  readonly bias: Int32Array;
}

/** An input and the output that the engine must compute for it, bit for bit. */
export interface SelfTest {
  /** One network input. */
  readonly input: Uint8Array;
  /** Logits or pixel bytes, depending on the network. */
  readonly output: Float32Array | Uint8Array;
}

/** A network that the engine can run. */
export interface QuantizedModel {
  /** With batch norm folded. */
  readonly description: NetworkDescription;
  /** How its input is encoded. */
  readonly input: InputQuantization;
  /** Scale of the codes after each ReLU and each global average pool, by layer. */
  readonly outputScales: ReadonlyMap<string, number>;
  /** By layer. */
  readonly weights: ReadonlyMap<string, QuantizedWeights>;
  /** Pixel byte by sigmoid index, if the network ends in a sigmoid. */
  readonly sigmoidTable?: Uint8Array;
  /** Checks that the engine works in this runtime. */
  readonly selfTest?: SelfTest;
  /**
   * Further metadata of the file: when it was trained, on what data, how well.
   */
  readonly metadata: ReadonlyMap<string, string>;
}

/** The weighted layers of a network, with their shapes. */
export function weightedLayers(
  description: NetworkDescription,
): ShapedLayer<WeightedLayer>[] {
  return shapedLayers(description).filter(
    (shaped): shaped is ShapedLayer<WeightedLayer> => isWeighted(shaped.layer),
  );
}
