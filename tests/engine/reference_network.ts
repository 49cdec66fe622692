/**
 * Networks for the benchmarks.
 *
 * @module
 */

import type {
  Conv2dLayer,
  NetworkDescription,
} from "../../src/network/description.ts";
import { conv2d, dense } from "../network/layers.ts";

/** The reference network of the training and serving benchmarks. */
export const REFERENCE_NETWORK: NetworkDescription = {
  name: "reference",
  inputShape: [28, 28, 1],
  layers: [
    conv("conv1", 16),
    conv("conv2", 16),
    { type: "max_pool", name: "pool1", size: 2 },
    conv("conv3", 32),
    conv("conv4", 32),
    { type: "max_pool", name: "pool2", size: 2 },
    conv("conv5", 64),
    conv("conv6", 64),
    { type: "global_average_pool", name: "mean" },
    dense(),
  ],
};

function conv(name: string, filters: number): Conv2dLayer {
  return conv2d({ name, filters });
}
