/**
 * The exports of the training kernels. The module owns no memory: it imports
 * the TensorFlow.js backend's, and receives every address it touches.
 */

export { activationGradient, biasActivation } from "./activation";
export { batchNorm, batchNormGradient, columnMoments } from "./batch_norm";
export { multiplyAdds } from "./ceiling";
export { convolve } from "./convolution";
export { filterGradient } from "./filter_gradient";
export { multiplyQuads, multiplyRows, packQuads } from "./multiply";
export {
  convolveOne,
  convolveOneFive,
  filterGradientOne,
  gatherPatches,
} from "./one_channel";
export { convolveFromOne, filterGradientFive } from "./one_input";
export { convolveFromOneStrided } from "./one_input_strided";
export { clear, packPanels, padImages, transpose } from "./pack";
export { maxPool2, maxPool2Gradient, pixelShuffle, repeatRows } from "./pool";
export { products } from "./products";
export { columnSums } from "./reduce";
export { multiplyBySixteen } from "./sixteen";
export { adam, movingAverage } from "./update";
export {
  winogradFilter,
  winogradFilterGradient,
  winogradGradient,
  winogradInput,
  winogradOutput,
} from "./winograd";
