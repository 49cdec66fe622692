import assert from "node:assert/strict";
import { networkSize } from "../../../train/pipeline/network_size.ts";
import { recognizerNetwork } from "../../../train/recognizer/network.ts";

Deno.test("networkSize() counts weights, biases and multiply-adds", () => {
  assert.deepEqual(
    networkSize({
      name: "tiny",
      inputShape: [4, 4, 2],
      layers: [
        {
          type: "conv2d",
          name: "a",
          filters: 3,
          kernelSize: 3,
          stride: 2,
          padding: "same",
          activation: "relu",
          batchNorm: true,
        },
        { type: "reshape", name: "flat", shape: [12] },
        {
          type: "dense",
          name: "b",
          units: 5,
          activation: "linear",
          batchNorm: false,
        },
      ],
    }),
    {
      parameters: 9 * 2 * 3 + 3 + 12 * 5 + 5,
      multiplyAdds: 2 * 2 * 9 * 2 * 3 + 12 * 5,
    },
  );
});

Deno.test("networkSize() of the recognizer fits into 100 KB of int8", () => {
  assert.ok(networkSize(recognizerNetwork()).parameters < 90_000);
});
