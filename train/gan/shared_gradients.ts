/**
 * One network's gradients over a whole batch, from all workers of a group.
 *
 * @module
 */

import { readValues } from "../network/read_values.ts";
import type { Replica } from "../network/replica.ts";
import type { Exchange } from "../parallel/exchange.ts";
import type { Gradients } from "./step.ts";

/** A microbatch's gradients, and its share of the batch. */
export type PartGradients = Gradients & { readonly share: number };

/**
 * Computes the microbatches that no other worker has taken, and sums the
 * gradients of all of them.
 *
 * @param sum Receives the sums: what `replica` exchanges, then each loss.
 * @param compute Computes a microbatch; its tensors are disposed of.
 * @returns The two parts of `sum`.
 */
export async function sharedGradients(
  exchange: Exchange,
  replica: Replica,
  sum: Float32Array,
  compute: (part: number) => PartGradients,
): Promise<{ total: Float32Array; losses: number[] }> {
  const size = replica.exchangeSize;
  for (const part of exchange.take()) {
    const { share, gradients, statistics, losses } = compute(part);
    const out = exchange.outgoing(part, sum.length);
    await replica.pack(gradients, statistics, out.subarray(0, size), share);
    for (const [i, loss] of losses.entries()) {
      out[size + i] = share * (await readValues(loss))[0]!;
      loss.dispose();
    }
  }
  exchange.sum(sum);
  return { total: sum.subarray(0, size), losses: [...sum.subarray(size)] };
}
