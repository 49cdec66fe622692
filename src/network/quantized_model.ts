/**
 * What a quantized model is: a network description with int8 weights and the
 * scales that give them meaning. How it lies in a file is quantized.ts' matter.
 *
 * @module
 */

import {
  isWeighted,
  type NetworkDescription,
  type ShapedLayer,
  shapedLayers,
  type WeightedLayer,
} from "./description.ts";

/** How the bytes given to a network become its first codes. */
export interface InputQuantization {
  /**
   * `pixels`: bytes 0 to 255, coded by `pixelCode`, with scale 1/127 and zero
   * point 0. `codes`: codes 0 to 127 as they are.
   */
  readonly encoding: "pixels" | "codes";
  /** Real value of one step of a code. */
  readonly scale: number;
  /** The code that stands for 0. */
  readonly zeroPoint: number;
}

/** A weighted layer's numbers. */
export interface QuantizedWeights {
  /** Packed, `packedShape` of the layer's geometry. */
  readonly weight: Int8Array;
  /** Real value of weight 1, one an output. */
  readonly weightScale: Float32Array;
  /** In units of input scale times weight scale, one an output. */
  readonly bias: Int32Array;
}

/** An input and the output that the engine must give for it, bit for bit. */
export interface SelfTest {
  /** As many bytes as the network takes. */
  readonly input: Uint8Array;
  /** Logits or pixel bytes, whichever the network puts out. */
  readonly output: Float32Array | Uint8Array;
}

/** A network that the engine runs. */
export interface QuantizedModel {
  /** Batch norm folded. */
  readonly description: NetworkDescription;
  /** How its input is coded. */
  readonly input: InputQuantization;
  /** Scale of the codes after each ReLU and each global average pool, by layer. */
  readonly outputScales: ReadonlyMap<string, number>;
  /** By layer. */
  readonly weights: ReadonlyMap<string, QuantizedWeights>;
  /** Pixel byte by sigmoid index, if the network ends in a sigmoid. */
  readonly sigmoidTable?: Uint8Array;
  /** A check that the engine works where it runs. */
  readonly selfTest?: SelfTest;
  /** What else the file says of itself: when it was trained, on what, how well. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** The layers of a network that have weights, with their shapes. */
export function weightedLayers(
  description: NetworkDescription,
): ShapedLayer<WeightedLayer>[] {
  return shapedLayers(description).filter(
    (shaped): shaped is ShapedLayer<WeightedLayer> => isWeighted(shaped.layer),
  );
}
